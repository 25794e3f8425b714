using System.CommandLine;
using Spectre.Console;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>Runs a sample from its command line.</summary>
public static class SampleRunner
{
    // A batch, a clip or an export ends well within it.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    /// <summary>Reads the command line and does what it says.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="args">The command line.</param>
    /// <param name="console">Where to show it; null for the process's own.</param>
    /// <param name="error">Where errors go; null for the process's own.</param>
    /// <param name="cancellationToken">Stops it as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync<TModel>(
        Sample<TModel> sample, string[] args, IAnsiConsole? console = null, TextWriter? error = null, CancellationToken cancellationToken = default)
        where TModel : Module<Tensor, Tensor>, IDualTomographic, Onnx.IOnnxExportable
    {
        console ??= AnsiConsole.Console;
        error ??= Console.Error;
        var commandLine = new SampleCommandLine(
            sample.Description,
            sample.Source,
            sample.DefaultSparsity,

            // On a thread of its own, so that the one that listens for Ctrl-C is free.
            (options, cancellation) => Task.Run(() => CarryOutAsync(sample, options, console, error, cancellation), CancellationToken.None));

        ParseResult parsed = commandLine.Command.Parse(args);
        int code = await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = console.Profile.Out.Writer,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
            },
            cancellationToken);
        return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
    }

    private static async Task<int> CarryOutAsync<TModel>(
        Sample<TModel> sample, SampleOptions options, IAnsiConsole console, TextWriter error, CancellationToken cancellationToken)
        where TModel : Module<Tensor, Tensor>, IDualTomographic, Onnx.IOnnxExportable
    {
        try
        {
            OutputFolder folder = OutputFolder.Prepare(options.Out);
            RunResult result = await RunDisplay.RunAsync(
                console, display => new Pipeline<TModel>(sample, options, folder, display).RunAsync(cancellationToken));
            RunReport.Write(console, result, folder);
            return result.Parity!.Passed ? ExitCode.Done : ExitCode.ParityFailed;
        }
        catch (SampleException e)
        {
            await error.WriteLineAsync($"Error: {e.Message}");
            return ExitCode.BadInput;
        }
        catch (TrainingFailedException e)
        {
            await error.WriteLineAsync($"Error: {e.Message}");
            return ExitCode.TrainingFailed;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync(e.Message);
            return ExitCode.Stopped;
        }
        catch (Exception e)
        {
            await error.WriteLineAsync($"Error in the program itself, please report it: {e}");
            return ExitCode.InternalError;
        }
    }
}
