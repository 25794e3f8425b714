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

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AQuickRunEndsWith0AndPlainLines()
    {
        var run = await RunAsync(["--quick", "--out", _folder.Combine("out")]);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("Parity passed", run.Output);
        Assert.DoesNotContain("\u001b", run.Output);
        Assert.True(File.Exists(_folder.Combine("out", "result.json")));
    }

    [Fact]
    public async Task TwoRunsFromOneSeedWriteTheSameNetworks()
    {
        foreach (var output in new[] { "once", "again" })
        {
            Assert.Equal(ExitCode.Done, (await RunAsync(["--quick", "--seed", "7", "--out", _folder.Combine(output)])).ExitCode);
        }

        foreach (var file in new[] { "dense.onnx", "pruned.onnx" })
        {
            Assert.Equal(File.ReadAllBytes(_folder.Combine("once", file)), File.ReadAllBytes(_folder.Combine("again", file)));
        }
    }

    [Fact]
    public async Task HelpExplainsEveryOptionAndExitCode()
    {
        var run = await RunAsync(["--help"]);
        Assert.Equal(0, run.ExitCode);
        foreach (var option in new[]
        {
            "--data", "--download", "--sparsity", "--criterion", "dtc|magnitude|random", "--seed", "--out", "--quick",
            DataSource.FolderVariable, "0.75", "./out"
        })
        {
            Assert.Contains(option, run.Output);
        }

        Assert.All(
            ExitCode.All,
            code => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{code.Code,3}  {code.Meaning}"), run.Output));
    }

    [Fact]
    public async Task AWrongOptionEndsWith2AndSaysWhyOnStandardError()
    {
        var run = await RunAsync(["--sparsity", "1.0"]);
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("--sparsity 1:", run.Error);
    }

    [Fact]
    public async Task AnInterruptEndsItWith130AndKeepsWhatIsFinished()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // There is no way to send Ctrl-C to one process there.
        }

        var run = await RunAsync(["--quick", "--out", _folder.Combine("out")], interruptAt: "    1  ");
        Assert.Equal(ExitCode.Stopped, run.ExitCode);
        Assert.Contains("Stopped while compressing", run.Error);
        Assert.True(File.Exists(_folder.Combine("out", "dense.onnx")));
        Assert.Contains("stopped while compressing", File.ReadAllText(_folder.Combine("out", "result.json")));
    }

    [Fact]
    public async Task AFullOutputEndsItWith74AndTheFolderDoesNotCountAsComplete()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var run = $"exec dotnet '{typeof(Mlp).Assembly.Location}' --quick --out '{_folder.Combine("out")}' > /dev/full";
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", run]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(ExitCode.OutputFailed, process.ExitCode);
        Assert.Contains("The standard output cannot be written: ", error);
        Assert.DoesNotContain("   at ", error);
        Assert.False(File.Exists(_folder.Combine("out", "pruned.onnx")));
    }

    [Fact]
    public async Task AKilledRunLeavesNoFolderThatCountsAsComplete()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Over the files of a run that was complete.
        var complete = await RunAsync(["--quick", "--out", _folder.Combine("out")]);
        Assert.Equal(ExitCode.Done, complete.ExitCode);
        Assert.Contains("\"completed\"", File.ReadAllText(_folder.Combine("out", "result.json")));
        await RunAsync(["--quick", "--out", _folder.Combine("out")], interruptAt: "    1  ", signal: "-KILL");
        Assert.Contains("not finished: begun at ", File.ReadAllText(_folder.Combine("out", "result.json")));
    }

    private async Task<SampleRun> RunAsync(string[] args, string? interruptAt = null, string? signal = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Mlp).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        start.Environment.Remove(DataSource.FolderVariable);
        start.Environment.Remove("MKL_CBWR"); // The program chooses for itself.
        start.Environment[MnistDownload.CacheVariable] = _folder.Combine("cache");

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            var output = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                output.AppendLine(line);
                if (interruptAt is not null && line.StartsWith(interruptAt, StringComparison.Ordinal))
                {
                    using var kill = Process.Start("kill", [signal ?? StopSignal.Name, process.Id.ToString(CultureInfo.InvariantCulture)]);
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
