using System.Xml.Linq;

namespace DtcGen.Samples.Paper.Tests;

public class FindingsTests
{
    private static readonly Dictionary<StudiedReading, PaperResult> Results = StudiedReading.All.ToDictionary(r => r, Fake);

    [Fact]
    public void ThePageSaysWhatTheNumbersSay()
    {
        var page = new FindingsPage(Results, "findings").Write();

        // Magnitude as published is the paper's own series in the first repeat.
        Assert.Contains("| magnitude | 0.0000 | 0.0000 | 0.0000 |", page);
        Assert.Contains("paper 0.9174, ours 0.9174", page);
        Assert.Contains("undefined in 25 of 170 cycles over all seeds", page);

        // In the fake data the lowest-leave reading lies 0.05 below, the others move by noise alone.
        Assert.Matches(@"\| the lowest scores leave \| -0\.0[45]\d\d \(-0\.\d+ to -0\.0\d+\) \| (< )?0\.00\d\d \| worse \|", page);
        Assert.Matches(@"\| softmax over the classes \| .* \| cannot be told apart \|", page);
        Assert.Contains("| DTC − magnitude |", page);
        Assert.DoesNotContain("NaN", page);
        Assert.DoesNotContain("undefined |", page);
    }

    [Fact]
    public void EveryFigureThatThePageShowsIsDrawn()
    {
        var page = new FindingsPage(Results, "findings").Write();
        (string Name, string Svg)[] figures = [.. new FindingsFigures(Results).All()];
        Assert.Equal(3, figures.Length);
        Assert.All(figures, f => Assert.Contains($"(findings-{f.Name}.svg)", page));
        Assert.All(figures, f => Assert.Equal("svg", XDocument.Parse(f.Svg).Root!.Name.LocalName));
    }

    private static PaperResult Fake(StudiedReading reading)
    {
        var published = SeriesJson.Published;
        var shift = reading.Key == "lowest-leave" ? -0.05 : 0;
        var random = new Random(StudiedReading.All.ToList().IndexOf(reading));
        var series = new List<MethodSeries>();
        foreach (var method in reading.Methods)
        {
            for (var repeat = 0; repeat < 5; repeat++)
            {
                var offset = repeat == 0 ? 0 : (random.NextDouble() - 0.5) * 0.01;
                series.Add(new MethodSeries(method, repeat, PaperProtocol.SeedOf(repeat), [.. Enumerable.Range(0, 34).Select(Cycle)]));

                PaperCycle Cycle(int i) => new(
                    published.NeuronsKept[i],
                    published.Accuracy[method.Key()][i] + offset + shift,
                    method == PaperMethod.Dtc
                        ? new RayRecord(published.MeasurementsPerRay[i], i > 28 ? null : 2, published.GibbsEntropyNextNats[i], 0.01)
                        : null);
            }
        }

        return new PaperResult(PaperVariant.Published, "fake", 512, series);
    }
}
