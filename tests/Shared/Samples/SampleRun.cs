using DtcGen.Datasets;
using DtcGen.Onnx;
using Spectre.Console;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples.Tests;

/// <summary>A run of the sample within this process, and what it said.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs it where no data is to be found unless the variable or options say so.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="folder">Holds an empty cache.</param>
    /// <param name="args">The command line.</param>
    /// <param name="data">The value of the environment variable that names the data's folder.</param>
    /// <param name="cancelAt">Stops the run once its output has this text.</param>
    public static async Task<SampleRun> InProcessAsync<TModel>(
        Sample<TModel> sample, TemporaryFolder folder, string[] args, string? data = null, string? cancelAt = null)
        where TModel : Module<Tensor, Tensor>, IDualTomographic, IOnnxExportable
    {
        using var environment = new ScopedEnvironment(
            (sample.Source.Variable, data), (MnistDownload.CacheVariable, folder.Combine("cache")));
        using var error = new StringWriter();
        using var cancel = new CancellationTokenSource();
        using var output = new WatchedWriter(cancelAt, cancel);
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 80;
        var code = await SampleRunner.RunAsync(sample, args, console, error, cancel.Token);
        return new SampleRun(code, output.ToString(), error.ToString());
    }
}
