using System.Diagnostics;

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
        Assert.NotEqual(ExitCode.Done, Run("killed", killAt: "cycle 5/34"));
        Assert.False(File.Exists(Path.Combine(_folder, "killed", "series.json")));
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

    // A checkpoint ends with the weights and a hash; before them are the seconds that each cycle took.
    private string LastWeights(string run)
    {
        var checkpoint = File.ReadAllBytes(Path.Combine(_folder, run, "checkpoints", "dtc-0.bin"));
        return Convert.ToHexString(checkpoint[^(WeightBytes + HashBytes)..^HashBytes]);
    }

    private int Run(string output, string? killAt = null, params string[] more)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(PaperCommandLine).Assembly.Location,
                "run",
                .. (string[])["--data", _folder, "--out", Path.Combine(_folder, output), "--methods", "dtc", "--threads", "1"],
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
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (killAt is not null && line.Contains(killAt, StringComparison.Ordinal))
            {
                process.Kill();
            }
        }

        process.WaitForExit();
        Assert.True(killAt is not null || process.ExitCode == ExitCode.Done, errors.Result);
        return process.ExitCode;
    }
}
