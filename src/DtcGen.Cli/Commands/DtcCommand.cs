using System.CommandLine;
using System.CommandLine.Invocation;
using DtcGen.Cli.Terminal;
using DtcGen.Commands;
using Spectre.Console;

namespace DtcGen.Cli.Commands;

/// <summary>The tool: the root that all commands hang from.</summary>
internal static class DtcCommand
{
    /// <summary>Runs the tool.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where results and progress go.</param>
    /// <param name="error">Where errors go.</param>
    /// <returns>One of <see cref="ToolExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, IAnsiConsole console, TextWriter error)
    {
        var progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        console.Pipeline.Attach(new EscapingHook());
        progress.Pipeline.Attach(new EscapingHook());
        var root = new RootCommand(
            $"Dual tomographic compression of neural networks: looks at ONNX files, compares and checks them.\n{ToolExitCode.HelpWith("a rule broken or a limit not kept")}")
        {
            InspectCommand.Create(console, progress),
            CompareCommand.Create(console, progress),
            CheckCommand.Create(console, progress),
            CompletionCommand.Create(console),
        };
        ClosingHelp.Install(root, DocumentedCommand.ClosingOf);

        var parsed = root.Parse(arguments);
        if (parsed.Action is ParseErrorAction wrong)
        {
            // What is wrong would scroll away above the whole help.
            wrong.ShowHelp = false;
        }

        var configuration = new InvocationConfiguration
        {
            Output = console.Profile.Out.Writer,
            Error = error,
            EnableDefaultExceptionHandler = false,

            // A batch or a timed run is short; this is only the longest wait before the process is stopped anyway.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        try
        {
            var code = await parsed.InvokeAsync(configuration);
            return parsed.Action is ParseErrorAction ? ToolExitCode.Usage : code;
        }
        catch (CliException e)
        {
            await error.WriteLineAsync($"dtc: {ControlCharacters.Escape(e.Message)}");
            return ToolExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("dtc: interrupted.");
            return ToolExitCode.Interrupted;
        }
    }
}
