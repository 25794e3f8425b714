using System.Diagnostics;
using System.Globalization;
using System.Text;
using DtcGen.Datasets;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>The program as a shell sees it.</summary>
public sealed class ProcessTests : IDisposable
{
    // Far more than any of these runs takes; a hung process fails the test instead of the whole suite.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_quick_run_ends_with_0_and_plain_lines()
    {
        SampleRun run = await RunAsync(["--quick", "--out", folder.Combine("out")]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Parity passed", run.Output);
        Assert.DoesNotContain("\u001b", run.Output);
        Assert.True(File.Exists(folder.Combine("out", "result.json")));
    }

    [Fact]
    public async Task Help_explains_every_option_and_exit_code()
    {
        SampleRun run = await RunAsync(["--help"]);
        Assert.Equal(0, run.ExitCode);
        foreach (string option in new[] { "--data", "--download", "--sparsity", "--criterion", "dtc|magnitude|random", "--seed", "--out", "--quick", DataSource.FolderVariable, "0.75", "./out" })
        {
            Assert.Contains(option, run.Output);
        }

        Assert.All(ExitCode.All, code => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{code.Code,3}  {code.Meaning}"), run.Output));
    }

    [Fact]
    public async Task A_wrong_option_ends_with_2_and_says_why_on_standard_error()
    {
        SampleRun run = await RunAsync(["--sparsity", "1.0"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("--sparsity 1:", run.Error);
    }

    [Fact]
    public async Task An_interrupt_ends_it_with_130_and_keeps_what_is_finished()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There is no way to send Ctrl-C to one process there.
        }

        SampleRun run = await RunAsync(["--quick", "--out", folder.Combine("out")], interruptAt: "    1  ");
        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Contains("Stopped while compressing", run.Error);
        Assert.True(File.Exists(folder.Combine("out", "dense.onnx")));
        Assert.Contains("stopped while compressing", File.ReadAllText(folder.Combine("out", "result.json")));
    }

    private async Task<SampleRun> RunAsync(string[] args, string? interruptAt = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Mlp).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment.Remove(DataSource.FolderVariable);
        start.Environment[MnistDownload.CacheVariable] = folder.Combine("cache");

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            Task<string> error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                output.AppendLine(line);
                if (interruptAt is not null && line.StartsWith(interruptAt, StringComparison.Ordinal))
                {
                    using var kill = Process.Start("kill", [StopSignal.Name, process.Id.ToString(CultureInfo.InvariantCulture)]);
                    interruptAt = null;
                }
            }

            await process.WaitForExitAsync(patience.Token);
            return new SampleRun(process.ExitCode, output.ToString(), await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
