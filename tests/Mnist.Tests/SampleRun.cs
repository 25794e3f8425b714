using DtcGen.Datasets;
using Spectre.Console;

namespace DtcGen.Samples.Mnist.Tests;

/// <summary>A run of the sample within this process, and what it said.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs it where no data is to be found unless the variables or options say so.</summary>
    /// <param name="folder">Holds an empty cache.</param>
    /// <param name="args">The command line.</param>
    /// <param name="data">The value of DTC_DATA.</param>
    /// <param name="sample">The sample, when it is not the main job.</param>
    /// <param name="cancelAt">Stops the run once its output has this text.</param>
    public static async Task<SampleRun> InProcessAsync(
        TemporaryFolder folder, string[] args, string? data = null, BrokenSample? sample = null, string? cancelAt = null)
    {
        using var environment = new ScopedEnvironment((DataSource.FolderVariable, data), (MnistDownload.CacheVariable, folder.Combine("cache")));
        using var error = new StringWriter();
        using var cancel = new CancellationTokenSource();
        using var output = new WatchedWriter(cancelAt, cancel);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 80;
        int code = sample is null
            ? await SampleRunner.RunAsync(new MnistSample(), args, console, error, cancel.Token)
            : await SampleRunner.RunAsync(sample, args, console, error, cancel.Token);
        return new SampleRun(code, output.ToString(), error.ToString());
    }
}
