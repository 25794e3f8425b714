using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using DtcGen.Commands;

namespace DtcGen.Sweeps;

/// <summary>The sweep's command line: the root and its verbs.</summary>
internal static class SweepCommandLine
{
    // Cells have their time to stop, and what started them a little more.
    private static readonly TimeSpan TimeToStop = CellProcess.TimeToStop + TimeSpan.FromSeconds(5);

    /// <summary>Reads a command line and does what it says.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="args">The command line.</param>
    /// <param name="cancellationToken">Stops it as Ctrl-C does.</param>
    public static Task<int> RunAsync(Sweep sweep, IReadOnlyList<string> args, CancellationToken cancellationToken)
        => StandardOutput.GuardAsync(SweepExitCode.OutputFailed, async () =>
        {
            var root = new RootCommand(Describe(sweep))
            {
                RunCommand.Create(sweep),
                CellCommand.Create(sweep),
                StatusCommand.Create(sweep),
                MergeCommand.Create(sweep),
                SlurmCommand.Create(sweep),
                KubernetesCommand.Create(sweep),
            };
            ClosingHelp.Install(root, static command => DocumentedCommand.ClosingOf(command) ?? $"{SweepExitCode.Help}\n");
            var parsed = root.Parse(args);
            var code = await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = Console.Out,
                    Error = Console.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeToStop,
                },
                cancellationToken);
            return parsed.Action is ParseErrorAction ? SweepExitCode.BadInput : code;
        });

    /// <summary><c>--out</c>.</summary>
    public static Option<DirectoryInfo> Out() => new("--out")
    {
        Description = "The sweep's folder: one file a result, and everything else.",
        HelpName = "DIR",
        DefaultValueFactory = static _ => new DirectoryInfo("out"),
    };

    /// <summary><c>--cells</c>.</summary>
    public static Option<string?> Cells() => new("--cells")
    {
        Description = "The cells by number, such as 0-3,7. Default: all.",
        HelpName = "LIST",
    };

    /// <summary><c>--retry</c>.</summary>
    public static Option<bool> Retry() => new("--retry") { Description = "Run cells that failed again." };

    /// <summary><c>--wait</c>.</summary>
    public static Option<bool> Wait() => new("--wait")
    {
        Description = "Where another program works on the folder, wait for its end rather than refuse.",
    };

    /// <summary><c>--attempts</c>.</summary>
    public static Option<int> Attempts() => CountOption.Create(
        "--attempts", 3, 1, 1000, "How often a cell is started whose process ends without a result: killed, or crashed.");

    /// <summary>Has a command do its work, and say what went wrong.</summary>
    /// <param name="command">The command.</param>
    /// <param name="work">The work, which gives the exit code.</param>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> work)
    {
        // On a thread of its own, so that the one that listens for Ctrl-C is free.
        command.SetAction((parsed, cancellation) => Task.Run(() => GuardedAsync(parsed, work, cancellation), CancellationToken.None));
        return command;
    }

    /// <summary>The cells that an option names.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="list">What the option says.</param>
    public static IReadOnlyCollection<int> Chosen(Sweep sweep, string? list)
        => list is null ? [.. Enumerable.Range(0, sweep.Grid.Count)] : CellList.Parse(list, sweep.Grid.Count);

    private static async Task<int> GuardedAsync(
        ParseResult parsed, Func<ParseResult, CancellationToken, Task<int>> work, CancellationToken cancellation)
    {
        try
        {
            return await work(parsed, cancellation);
        }
        catch (SweepException e)
        {
            await Console.Error.WriteLineAsync($"Error: {e.Message}");
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return SweepExitCode.Stopped;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"Error: {e.Message}");
            return SweepExitCode.BadInput;
        }
        catch (Exception e) when (e is not OutputException)
        {
            await Console.Error.WriteLineAsync($"Error in the program itself, please report it: {e}");
            return SweepExitCode.InternalError;
        }
    }

    private static string Describe(Sweep sweep) => string.Create(
        CultureInfo.InvariantCulture,
        $"The sweep '{sweep.Name}': {sweep.Grid.Count} cells, {string.Join(" x ", sweep.Axes.Select(static a => $"{a.Name} ({a.Count})"))}. Every cell leaves one file, whole or not at all, so that any of these may be killed at any time and goes on where it was.");
}
