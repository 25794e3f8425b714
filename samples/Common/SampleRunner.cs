using DtcGen.Commands;
using Spectre.Console;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>Runs a sample from its command line.</summary>
public static class SampleRunner
{
    /// <summary>Reads the command line and does what it says.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="args">The command line.</param>
    /// <param name="console">Where to show it; null for the process's own.</param>
    /// <param name="error">Where errors go; null for the process's own.</param>
    /// <param name="cancellationToken">Stops it as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync<TModel>(
        Sample<TModel> sample,
        string[] args,
        IAnsiConsole? console = null,
        TextWriter? error = null,
        CancellationToken cancellationToken = default)
        where TModel : Module<Tensor, Tensor>, IDualTomographic, Onnx.IOnnxExportable
    {
        return console is null
            ? await StandardOutput.GuardAsync(ExitCode.OutputFailed, () => ReadAsync(AnsiConsole.Console))
            : await ReadAsync(console);

        Task<int> ReadAsync(IAnsiConsole shown)
        {
            var said = error ?? Console.Error;
            var commandLine = new SampleCommandLine(
                sample.Description,
                sample.Source,
                sample.DefaultSparsity,
                (options, cancellation) => SampleProcess.CarryOutAsync(
                    () => CarryOutAsync(sample, options, shown, cancellation), said, cancellation));
            return SampleProcess.RunAsync(commandLine.Command, args, shown, said, cancellationToken);
        }
    }

    private static async Task<int> CarryOutAsync<TModel>(
        Sample<TModel> sample, SampleOptions options, IAnsiConsole console, CancellationToken cancellationToken)
        where TModel : Module<Tensor, Tensor>, IDualTomographic, Onnx.IOnnxExportable
    {
        var folder = OutputFolder.Prepare(options.Out);
        var result = await RunDisplay.RunAsync(
            console, display => new Pipeline<TModel>(sample, options, folder, display).RunAsync(cancellationToken));
        RunReport.Write(console, result, folder);
        return result.Parity!.Passed ? ExitCode.Done : ExitCode.ParityFailed;
    }
}
