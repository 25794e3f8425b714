using System.Text.RegularExpressions;

namespace DtcGen.Sweeps.Tests;

public class MergedSweepTests
{
    // Student's t at 97.5 % with two degrees of freedom, from a printed table.
    private const double T = 4.302653;

    private static readonly Sweep Sweep = new(
        "merged <b>", [Axis.Of("criterion", "l2", "d,t\"c"), Axis.Of("budget", 1, 2), Axis.Seeds(3)], static _ => new Figures());

    // By criterion and budget, three seeds each.
    private static readonly double[] Accuracy = [1, 2, 3, 5, 5.5, 7, 2, 4, 4.5, 6, 6.1, 6.2];

    [Fact]
    public void AGroupHasItsMeanAndBand()
    {
        var figures = MergedSweep.Of(Sweep, Results(), null).Figures("accuracy");
        Assert.Equal(["criterion=l2 budget=1", "criterion=l2 budget=2", "criterion=d,t\"c budget=1", "criterion=d,t\"c budget=2"], figures.Select(static f => f.Group.Label));
        Assert.Equal(2, figures[0].Band.Mean, 12);
        Assert.Equal(2 - (T / Math.Sqrt(3)), figures[0].Band.Lower, 5);
        Assert.Equal(2 + (T / Math.Sqrt(3)), figures[0].Band.Upper, 5);
        Assert.Equal([(1, 1.0), (2, 2.0), (3, 3.0)], figures[0].Values);
    }

    [Fact]
    public void TestsArePairedBySeedAndCorrectedTogether()
    {
        var tests = MergedSweep.Of(Sweep, Results(), null).Tests("accuracy");

        // With two degrees of freedom Student's t has a closed form: P(|T| > t) = 1 - t / sqrt(2 + t²).
        double[] p = [ClosedForm(-1, -2, -1.5), ClosedForm(-1, -0.6, 0.8), ClosedForm(-1, -1.3, -0.35)];
        Assert.Equal(["budget=1", "budget=2", ""], tests.Select(static t => t.At));
        Assert.All(tests, static t => Assert.Equal(("l2", "d,t\"c", 3), (t.First, t.Second, t.Pairs)));
        Assert.Equal(-1.5, tests[0].Difference.Mean, 12);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(p[i], tests[i].PValue, 9);
        }

        // Ascending: the first, the third, the second.
        Assert.True(p[0] < p[2] && p[2] < p[1]);
        Assert.Equal(3 * p[0], tests[0].Corrected, 9);
        Assert.Equal(Math.Max(3 * p[0], 2 * p[2]), tests[2].Corrected, 9);
        Assert.Equal(Math.Max(p[1], tests[2].Corrected), tests[1].Corrected, 9);
    }

    [Fact]
    public void AnotherAxisMayBeComparedAndOneThatIsNotThereIsRefused()
    {
        var tests = MergedSweep.Of(Sweep, Results(), "budget").Tests("accuracy");
        Assert.Equal(["criterion=l2", "criterion=d,t\"c", ""], tests.Select(static t => t.At));
        Assert.Equal(-(4 + 3.5 + 4) / 3, tests[0].Difference.Mean, 12);
        var refused = Assert.Throws<SweepException>(() => MergedSweep.Of(Sweep, Results(), "seed"));
        Assert.Equal("--compare: 'seed' is no axis with two values to compare; there are criterion, budget.", refused.Message);
    }

    [Fact]
    public void OnlyPairsThatAreThereAreTested()
    {
        // Without the second seed of l2 at budget 1, and no dtc at budget 2 but one.
        var merged = MergedSweep.Of(Sweep, [.. Results().Where(static r => r.Number is not (1 or 9 or 10))], null);
        var tests = merged.Tests("accuracy");
        Assert.Equal([("budget=1", 2), ("budget=2", 1), ("", 1)], tests.Select(static t => (t.At, t.Pairs)));
        Assert.Equal((-1 - 1.5) / 2, tests[0].Difference.Mean, 12);
        Assert.Equal(tests[0].PValue, tests[0].Corrected);
        Assert.All(tests.Skip(1), static t => Assert.True(double.IsNaN(t.PValue) && double.IsNaN(t.Corrected) && !t.IsSignificant));
        Assert.Equal([1, 9, 10], merged.Missing);
    }

    [Fact]
    public void NotANumberStaysOneAndIsNeverTested()
    {
        var results = Results();
        results[0] = Done(0, double.NaN);
        results[3] = Done(3, double.PositiveInfinity);
        results[9] = Done(9, double.PositiveInfinity);
        var merged = MergedSweep.Of(Sweep, results, null);
        Assert.True(double.IsNaN(merged.Figures("accuracy")[0].Band.Mean));
        Assert.All(merged.Tests("accuracy"), static t => Assert.True(double.IsNaN(t.Corrected)));
        Assert.Contains("\"mean\": \"NaN\"", MergedJson.Of(merged));
        Assert.Contains("l2,1,accuracy,3,NaN,NaN,NaN", MergedCsv.Groups(merged));
        Assert.Contains("undefined", MergedPage.Of(merged));
    }

    [Fact]
    public async Task AnySubsetInAnyOrderMergesToTheSameBytes()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        using var files = new TemporaryFolder();
        for (var round = 0; round < 5; round++)
        {
            var subset = Results().Where(_ => random.Next(3) > 0).ToArray();
            string[] texts =
            [
                .. await Merge(subset, "there"),
                .. await Merge([.. Enumerable.Reverse(subset)], "back"),
                .. await Merge([.. subset.OrderBy(_ => random.Next())], "any"),
            ];
            Assert.True(texts.Chunk(3).All(t => t.SequenceEqual(texts[..3])), $"seed {seed}");

            async Task<string[]> Merge(CellResult[] results, string name)
            {
                var folder = await SweepFolder.OpenAsync(Sweep, files.File($"{name}{round}"), CancellationToken.None);
                foreach (var result in results)
                {
                    // Neither the machine nor its clock counts.
                    folder.Write(result with
                    {
                        Origin = result.Origin with { Host = $"host{random.Next()}" },
                        Started = DateTimeOffset.UnixEpoch.AddSeconds(random.Next()),
                        Seconds = random.NextDouble(),
                    });
                }

                var merged = MergedSweep.Of(Sweep, folder.ReadAll(), null);
                return [MergedJson.Of(merged), MergedCsv.Groups(merged), MergedCsv.Cells(merged)];
            }
        }
    }

    [Fact]
    public async Task ResultsAreReadAsTheyWere()
    {
        using var files = new TemporaryFolder();
        var none = Assert.Throws<InvalidDataException>(() => Sweep.Read(files.Path));
        Assert.Contains("holds no sweep yet", none.Message, StringComparison.Ordinal);

        var folder = await SweepFolder.OpenAsync(Sweep, files.Path, CancellationToken.None);
        folder.Write(Done(7, 0.1 + 0.2) with { Figures = null, Error = "broken" });
        folder.Write(Done(2, 0.1 + 0.2));
        var results = Sweep.Read(files.Path);
        Assert.Equal([(2, 3, null), (7, 2, "broken")], results.Select(static r => (r.Number, r.Seed, r.Error)));
        Assert.Equal("l2", results[0].Axes["criterion"]);
        Assert.Equal(0.1 + 0.2, results[0].Figures!.Single["accuracy"]);
        Assert.Equal([0.1 + 0.2, (0.1 + 0.2) / 2, 3], results[0].Figures!.Series["loss"]);
        Assert.Null(results[1].Figures);
    }

    [Fact]
    public void SeriesAreMergedPointByPoint()
    {
        var merged = MergedSweep.Of(Sweep, Results(), null);
        var series = merged.Series("loss");
        Assert.Equal(4, series.Count);
        Assert.Equal([3, 3, 1], series[0].Select(static p => p.Values.Count));
        Assert.Equal(2, series[0][0].Band.Mean, 12);
        Assert.Equal(3, series[0][2].Band.Mean);
        Assert.True(double.IsNaN(series[0][2].Band.Upper));
    }

    [Fact]
    public void TheTablesAreQuotedWhereTheyMustBe()
    {
        var merged = MergedSweep.Of(Sweep, Results(), null);
        Assert.StartsWith("criterion,budget,figure,n,mean,lower,upper\nl2,1,accuracy,3,2,", MergedCsv.Groups(merged));
        Assert.Contains("\n\"d,t\"\"c\",1,accuracy,3,3.5,", MergedCsv.Groups(merged));
        Assert.StartsWith("cell,criterion,budget,seed,figure,index,value\n0,l2,1,1,accuracy,,1\n0,l2,1,1,loss,0,1\n", MergedCsv.Cells(merged));
    }

    [Fact]
    public void ThePageIsWholeAndNeedsNothingElse()
    {
        var results = Results();
        results[5] = results[5] with { Figures = null, Error = "it <broke>" };
        var page = MergedPage.Of(MergedSweep.Of(Sweep, results, null));
        Assert.Contains("<h1>merged &lt;b&gt;</h1>", page);
        Assert.Contains("11 of 12 cells done, 1 failed, 0 missing", page);
        Assert.Contains("it &lt;broke&gt;", page);
        Assert.Contains("prefers-color-scheme: dark", page);

        // Accuracy over budget, its rows, and the loss at each budget.
        Assert.Equal(4, Regex.Count(page, "<svg "));
        Assert.DoesNotMatch(@"https?:|<script|<link|\bsrc=|url\(|\{\{|NaN", page);
        Assert.Equal(Regex.Count(page, "<g "), Regex.Count(page, "</g>"));
    }

    [Fact]
    public void DifferentBuildsAreSaid()
    {
        var results = Results();
        Assert.Empty(Builds.Remarks(results));
        results[4] = results[4] with { Origin = results[4].Origin with { Build = "another one", Packages = new Dictionary<string, string> { ["TorchSharp"] = "2" } } };
        Assert.Equal(
            [
                "Attention: the results come from different builds of the program: p 1 (build): cells 0-3,5-11; p 1 (another ): cells 4",
                "Attention: the results come from different versions of packages: TorchSharp 1, 2",
            ],
            Builds.Remarks(results));
    }

    private static double ClosedForm(double a, double b, double c)
    {
        var mean = (a + b + c) / 3;
        var variance = (((a - mean) * (a - mean)) + ((b - mean) * (b - mean)) + ((c - mean) * (c - mean))) / 2;
        var t = Math.Abs(mean) / Math.Sqrt(variance / 3);
        return 1 - (t / Math.Sqrt(2 + (t * t)));
    }

    private static CellResult[] Results() => [.. Accuracy.Select(static (value, number) => Done(number, value))];

    private static CellResult Done(int number, double accuracy)
    {
        var cell = Sweep.Grid[number];
        double[] loss = [accuracy, accuracy / 2, 3];
        return new CellResult(
            number,
            cell.Values.ToDictionary(static v => v.Axis, static v => v.Text),
            cell.Seed,
            Sweep.Settings,
            new Figures { { "accuracy", accuracy }, { "loss", loss[..(cell.Seed == 3 ? 3 : 2)] } },
            null,
            new Origin("p", "1", "build", new Dictionary<string, string> { ["TorchSharp"] = "1" }, "host", "system", null),
            DateTimeOffset.UnixEpoch,
            1);
    }
}
