using System.Diagnostics;
using System.Text.Json.Nodes;

namespace DtcGen.Samples.Paper.Tests;

/// <summary>The program again and again, each time as a process of its own: what it writes is a function of its seed.</summary>
public sealed class RepeatedProcessTests : IDisposable
{
    // The weights that are left at the end: 9 neurons of 784 inputs and 10 classes, in float32.
    private const int WeightBytes = 9 * (784 + 10) * sizeof(float);
    private const int HashBytes = 32;

    private readonly string _folder = Directory.CreateTempSubdirectory("paper-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NpmFact(HtmlReport.Script)]
    public void RunsFromOneSeedAndOneThatWasKilledAndResumedWriteTheSameBytes()
    {
        TinyImages.Write(_folder);

        Assert.Equal(ExitCode.Done, Run("once"));
        Assert.Equal(ExitCode.Done, Run("again"));
        Assert.NotEqual(ExitCode.Done, Run("killed", killAfter: 5));
        Assert.False(File.Exists(Path.Combine(_folder, "killed", "series.json")));
        var cycles = CyclesWithRays("killed");
        Assert.InRange(cycles, 5, 33);
        Assert.Equal(ExitCode.Done, Run("killed", more: "--resume"));

        foreach (var other in new[] { "again", "killed" })
        {
            foreach (var file in new[] { "series.json", "report.html" })
            {
                Assert.Equal(Text("once", file), Text(other, file));
            }

            Assert.Equal(LastWeights("once"), LastWeights(other));
        }
    }

    private string Text(string run, string file) => File.ReadAllText(Path.Combine(_folder, run, file));

    private string OfRun(string run, string file) => Path.Combine(_folder, run, "sweep", "work", "0002", file);

    // A checkpoint ends with the weights and a hash; before them are the seconds that each cycle took.
    private string LastWeights(string run)
    {
        var checkpoint = File.ReadAllBytes(OfRun(run, "run.checkpoint"));
        return Convert.ToHexString(checkpoint[^(WeightBytes + HashBytes)..^HashBytes]);
    }

    private int CyclesWithRays(string run)
        => File.Exists(OfRun(run, "rays.json")) ? JsonNode.Parse(File.ReadAllText(OfRun(run, "rays.json")))!.AsArray().Count : 0;

    private int Run(string output, int killAfter = int.MaxValue, params string[] more)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(PaperCommandLine).Assembly.Location,
                "run",
                .. (string[])["--data", _folder, "--out", Path.Combine(_folder, output), "--methods", "dtc", "--processes", "1"],
                .. more,
            ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // TorchSharp frees numbers that libtorch still reads when a collection falls into the call (docs/torchsharp.md).
        start.Environment["DOTNET_GCgen0size"] = "0x10000000";

        // The program chooses for itself.
        start.Environment.Remove("MKL_CBWR");
        start.Environment.Remove("OMP_WAIT_POLICY");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEndAsync();
        while (!process.WaitForExit(20))
        {
            if (CyclesWithRays(output) >= killAfter)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.WaitForExit();
        Assert.True(killAfter < int.MaxValue || process.ExitCode == ExitCode.Done, errors.Result + lines.Result);
        return process.ExitCode;
    }
}
