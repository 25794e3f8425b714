using System.Diagnostics;
using System.Runtime.Versioning;
using Xunit.Abstractions;

namespace DtcGen.Sweeps.Tests;

/// <summary>
/// The sweep under a real Slurm, which runs 24 cells as three arrays. Longer, with kills at random points:
/// <c>DTCGEN_SWEEP_KILLS=100 dotnet test tests/DtcGen.Sweeps.Tests --filter SlurmTests</c>.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class SlurmTests(ITestOutputHelper output)
{
    private const string Sweep = "fail=5 pause=60";
    private const string Slurm = "slurm --poll 1 --attempts 1000 --partition short --time 5 --memory 10 --extra=--comment=x";

    [SlurmFact]
    public void TheFiguresAreThoseOfRun()
    {
        using var folder = new TemporaryFolder();
        using var cluster = new SlurmCluster();
        var (local, there) = (folder.File("local"), folder.File("on a cluster"));
        using var undisturbed = ToyProcess.Start($"{Sweep} run --processes 2", local);

        // One cell kills itself, one is killed from outside, and so are the controller and the program that submits.
        const string Disturbed = $"{Sweep} die=9 {Slurm}";
        using (var first = ToyProcess.Start(Disturbed, there, cluster.Configuration))
        {
            first.WaitUntil(() => ToyFolder.Results(there).Count >= 4);
            Assert.False(first.HasEnded, $"{first.Output}\n{cluster.Log}");
            cluster.RestartController();
            first.Kill(withCells: false);
            output.WriteLine(first.Output);
        }

        using (var second = ToyProcess.Start(Disturbed, there, cluster.Configuration))
        {
            second.WaitUntil(() => KillOne(there));
            Assert.True(second.WaitForEnd() == SweepExitCode.Incomplete, $"{second.Output}\n{cluster.Log}");
            output.WriteLine(second.Output);
            Assert.Contains("23 of 24 cells done, 1 failed, 0 missing", second.Output);
            Assert.Contains("The toy of criterion=l2 budget=0.5 seed=2 is broken.", second.Output);
            Assert.True(File.Exists(Path.Combine(there, "work", "0009", "died")));
        }

        Assert.Equal(SweepExitCode.Incomplete, undisturbed.WaitForEnd());
        Check(local, there, Sweep);
        Assert.Matches("\"job\": \"[0-9]+_[0-9]+\"", File.ReadAllText(Path.Combine(there, "cells", "0023.json")));

        // Nothing is left to do, and nothing is done.
        var again = ToyProcess.Run(Disturbed, there, cluster.Configuration);
        Assert.Equal(SweepExitCode.Incomplete, again.Code);
        Assert.DoesNotContain("Submitted", again.Output);

        var refused = ToyProcess.Run($"{Sweep} slurm --poll 1 --partition none", folder.File("refused"), cluster.Configuration);
        Assert.Equal(SweepExitCode.SlurmFailed, refused.Code);
        Assert.Contains("sbatch refuses cells 0-10: ", refused.Output);
        Assert.Contains("invalid partition", refused.Output);

        if (KillTests.Kills > 5)
        {
            KillMany(local, folder.File("many"), cluster);
        }
    }

    // The program that submits, or a cell, at random points.
    private void KillMany(string local, string there, SlurmCluster cluster)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        Dictionary<string, DateTime> done = [];
        var kills = 0;
        while (kills < KillTests.Kills)
        {
            using var toy = ToyProcess.Start($"{Sweep} {Slurm}", there, cluster.Configuration);
            var end = Stopwatch.StartNew();
            var time = random.Next(4000);
            toy.WaitUntil(() => end.ElapsedMilliseconds > time);
            if (toy.HasEnded)
            {
                Check(local, there, Sweep);
                Directory.Delete(there, recursive: true);
                done = [];
                continue;
            }

            if (random.Next(2) == 0)
            {
                toy.WaitUntil(() => KillOne(there));
            }

            if (!toy.HasEnded)
            {
                toy.Kill(withCells: false);
            }

            kills++;
            var now = ToyFolder.Results(there);
            Assert.All(done, f => Assert.Equal(f.Value, now.GetValueOrDefault(f.Key)));
            done = now;
        }

        Assert.Equal(SweepExitCode.Incomplete, ToyProcess.Run($"{Sweep} {Slurm}", there, cluster.Configuration).Code);
        Check(local, there, Sweep);
    }

    // Kills the process of a cell of a folder; false where none runs.
    private static bool KillOne(string folder)
    {
        foreach (var process in Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(static n => char.IsDigit(n![0])))
        {
            try
            {
                var command = File.ReadAllText($"/proc/{process}/cmdline").Split('\0');
                if (command.Contains("cell") && command.Contains(folder))
                {
                    Process.GetProcessById(int.Parse(process!)).Kill();
                    return true;
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or InvalidOperationException)
            {
                // It ended just now.
            }
        }

        return false;
    }

    private static void Check(string local, string there, string sweep)
    {
        Assert.Equal(SweepExitCode.Incomplete, ToyProcess.Run($"{sweep} merge", local).Code);
        Assert.Equal(SweepExitCode.Incomplete, ToyProcess.Run($"{sweep} merge", there).Code);
        Assert.Equal(ToyFolder.Merged(local), ToyFolder.Merged(there));
        Assert.Equal(24, ToyFolder.Results(there).Count);
        Assert.Empty(Directory.GetFiles(Path.Combine(there, "cells"), "*.tmp"));
    }
}
