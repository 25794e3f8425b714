using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>Kills programs at random points of their work, and looks at what they leave.</summary>
internal static class KillCampaign
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Kills one program so often, then lets it end.</summary>
    /// <param name="target">The program.</param>
    /// <param name="kills">How often.</param>
    /// <param name="seed">Decides the points.</param>
    public static KillResult Run(IKillTarget target, int kills, int seed)
    {
        var random = new Random(seed);
        var result = new KillResult(target.Name, 0, 0, 0, null);

        // How long it takes tells where the points are.
        var clock = Stopwatch.StartNew();
        RunToEnd();
        var whole = clock.Elapsed;
        while (result.Kills < kills)
        {
            using var process = Process.Start(target.Start())!;
            Drain(process);
            if (process.WaitForExit(whole * random.NextDouble()))
            {
                AtEnd(process);
                continue;
            }

            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            result = result with { Kills = result.Kills + 1 };
            Note(target.FaultAfterKill());
        }

        RunToEnd();
        return result;

        void RunToEnd()
        {
            using var process = Process.Start(target.Start())!;
            Drain(process);
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                Note($"did not end within {Longest}");
                return;
            }

            AtEnd(process);
        }

        void AtEnd(Process process)
        {
            result = result with { Ended = result.Ended + 1 };
            Note(process.ExitCode == 0 ? target.FaultAtEnd() : $"ended with {process.ExitCode}");
        }

        void Note(string? fault)
        {
            if (fault is not null)
            {
                result = result with
                {
                    Faults = result.Faults + 1,
                    FirstFault = result.FirstFault ?? $"{target.Name}, seed {seed}, after {result.Kills} kills: {fault}",
                };
            }
        }
    }

    private static void Drain(Process process)
    {
        if (process.StartInfo.RedirectStandardOutput)
        {
            process.OutputDataReceived += static (_, _) => { };
            process.BeginOutputReadLine();
        }
    }
}
