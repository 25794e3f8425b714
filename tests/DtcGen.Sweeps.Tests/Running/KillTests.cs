using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace DtcGen.Sweeps.Tests;

/// <summary>
/// A sweep killed (SIGKILL) at random points: nothing half written, no cell lost that was done, and the merged figures those of one that
/// was not disturbed. Longer: <c>DTCGEN_SWEEP_KILLS=100 dotnet test tests/DtcGen.Sweeps.Tests --filter KillTests</c>.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int LongestRun = 1500;
    private const int ShortForm = 5;

    public static int Kills { get; } = Environment.GetEnvironmentVariable("DTCGEN_SWEEP_KILLS") is { Length: > 0 } kills
        ? int.Parse(kills, CultureInfo.InvariantCulture)
        : ShortForm;

    [Fact]
    public void NothingIsLostAndTheMergedFiguresAreThose()
    {
        using var folder = new TemporaryFolder();
        var (quiet, disturbed) = (folder.File("quiet"), folder.File("disturbed"));
        Assert.Equal(SweepExitCode.Done, ToyProcess.Run("seeds=2 run --processes 2", quiet).Code);

        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        Dictionary<string, DateTime> done = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            // So slow that no cell is done at once; where all are, one begins anew.
            using (var toy = ToyProcess.Start("seeds=2 pause=30 run --processes 2 --wait", disturbed))
            {
                Thread.Sleep(random.Next(LongestRun));
                output.WriteLine(Kill(toy, random.Next(3)));
            }

            var now = ToyFolder.Results(disturbed);
            Assert.All(done, f => Assert.Equal(f.Value, now.GetValueOrDefault(f.Key)));
            done = now;
            if (done.Count == 12)
            {
                Check(quiet, disturbed);
                Directory.Delete(disturbed, recursive: true);
                done = [];
            }
        }

        Assert.Equal(SweepExitCode.Done, ToyProcess.Run("seeds=2 run --processes 2 --wait", disturbed).Code);
        var last = ToyFolder.Results(disturbed);
        Assert.All(done, f => Assert.Equal(f.Value, last[f.Key]));
        Check(quiet, disturbed);
    }

    // The program alone, whose cells then stop by themselves; the program with its cells; or one cell, while the program goes on.
    private static string Kill(ToyProcess toy, int what)
    {
        if (what == 0 && toy.Cells() is [.., var cell])
        {
            try
            {
                Process.GetProcessById(cell).Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // It ended just now.
            }

            Thread.Sleep(LongestRun / 5);
            toy.Kill(withCells: true);
            return "a cell, then all";
        }

        toy.Kill(withCells: what == 1);
        return what == 1 ? "all" : "the program";
    }

    private static void Check(string quiet, string disturbed)
    {
        Assert.Equal(SweepExitCode.Done, ToyProcess.Run("seeds=2 merge", quiet).Code);
        Assert.Equal(SweepExitCode.Done, ToyProcess.Run("seeds=2 merge", disturbed).Code);
        Assert.Equal(ToyFolder.Merged(quiet), ToyFolder.Merged(disturbed));
        Assert.Equal(12, ToyFolder.Results(disturbed).Count);
        Assert.Empty(Directory.GetFiles(Path.Combine(disturbed, "cells"), "*.tmp"));
    }
}
