using DtcGen.Datasets;
using DtcGen.Replay;
using DtcGen.Training;

namespace DtcGen.Samples.Paper.Tests;

/// <summary>The experiment on noise with a weak pattern: a second's work that goes through everything.</summary>
internal static class TinyExperiment
{
    public static readonly PaperProtocol Protocol = new()
    {
        HiddenNeurons = 24,
        BatchSize = 16,
        BatchesPerCycle = 5,
        Schedule = new FloorSchedule(8)
    };

    public static PaperBatches Batches(int seed = 7)
    {
        var random = new Random(seed);
        return new PaperBatches(new ImageDataset("noise", ["0", "1", "2"], Images(random, 40), Images(random, 20)), Protocol.BatchSize);
    }

    /// <summary>Runs every method with each seed, one after another.</summary>
    public static PaperResult Run(
        PaperBatches batches,
        string folder,
        StudiedReading studied,
        int repeats = 1,
        Action? cycleDone = null,
        CancellationToken cancellation = default)
    {
        var runner = new MethodRunner(Protocol, studied.Reading, batches);
        var series = new List<MethodSeries>();
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            foreach (var method in PaperMethodNames.All)
            {
                var seed = PaperProtocol.SeedOf(repeat);
                series.Add(new MethodSeries(
                    method,
                    repeat,
                    seed,
                    runner.Run(method, seed, Folder(folder, method, repeat), _ => cycleDone?.Invoke(), cancellation)));
            }
        }

        return new PaperResult(PaperVariant.Published, "noise", Protocol.HiddenNeurons, series);
    }

    /// <summary>A run's own folder.</summary>
    public static string Folder(string folder, PaperMethod method, int repeat)
        => Directory.CreateDirectory(Path.Combine(folder, $"{method.Key()}-{repeat}")).FullName;

    /// <summary>Everything that a run writes.</summary>
    public static string Files(PaperResult result)
    {
        var ours = SeriesBuilder.Build(result);
        return SeriesJson.Write(ours) + HtmlReport.Write(result, ours, SeriesJson.Published);
    }

    private static LabeledImages Images(Random random, int count)
    {
        byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 3))];
        var pixels = new byte[count * 64];
        random.NextBytes(pixels);
        for (var i = 0; i < count; i++)
        {
            pixels.AsSpan((i * 64) + (labels[i] * 20), 15).Fill(255);
        }

        return new LabeledImages(pixels, labels, 1, 8, 8);
    }
}
