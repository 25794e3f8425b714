using DtcGen.Datasets;

namespace DtcGen.Samples.Tests;

/// <summary>A run of a sample within this process, and what it said.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs it where no data is to be found unless the variable or options say so.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="folder">Holds an empty cache.</param>
    /// <param name="args">The command line.</param>
    /// <param name="data">The value of the environment variable that names the data's folder.</param>
    /// <param name="cancelAt">Stops the run once its output has this text.</param>
    public static async Task<SampleRun> InProcessAsync(
        SampleProgram sample, TemporaryFolder folder, string[] args, string? data = null, string? cancelAt = null)
    {
        using var environment = new ScopedEnvironment(
            (sample.Source.Variable, data), (MnistDownload.CacheVariable, folder.Combine("cache")));
        using var error = new StringWriter();
        using var cancel = new CancellationTokenSource();
        using var output = new WatchedWriter(cancelAt, cancel);
        var code = await sample.RunAsync(args, output, error, cancel.Token);
        return new SampleRun(code, output.ToString(), error.ToString());
    }
}
