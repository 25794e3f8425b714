using System.CommandLine;
using DtcGen.Commands;
using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary>The sample's command line: the root and its commands.</summary>
internal static class PaperCommandLine
{
    private const int MostProcesses = 1024;

    /// <summary>The largest number of repeats.</summary>
    public const int MostSeeds = 1000;

    /// <summary>The list for --help.</summary>
    public static string ExitCodes { get; } = ExitCode.Help(
    [
        (SweepExitCode.Done, "done"),
        (SweepExitCode.Incomplete, "a run failed; it is named, and the others are kept"),
        (SweepExitCode.BadInput, "a wrong option, data that cannot be used, or a folder that cannot be written or is another experiment's"),
        (SweepExitCode.Held, "another program works on the folder"),
        .. ExitCode.All.Where(static c => c.Code is ExitCode.InternalError or ExitCode.OutputFailed or ExitCode.Stopped),
    ]);

    /// <summary>Reads a command line and does what it says.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="console">Where results and progress go.</param>
    /// <param name="error">Where errors go.</param>
    /// <param name="cancellationToken">Stops it as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(string[] args, IAnsiConsole console, TextWriter error, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand(
            "Repeats the experiment of arXiv:2505.23869 on Dual Tomographic Compression and compares it with the published numbers.")
        {
            RunCommand.Create(console, error),
            FindingsCommand.Create(console, error),
            SweepCommand.Create(error),
        };
        ClosingHelp.Install(root, DocumentedCommand.ClosingOf);
        return SampleProcess.RunAsync(root, args, console.Profile.Out.Writer, error, cancellationToken);
    }

    /// <summary>Has a command do its work, and say what went wrong.</summary>
    /// <param name="command">The command.</param>
    /// <param name="work">The work, which gives the exit code.</param>
    /// <param name="error">Where errors go.</param>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> work, TextWriter error)
    {
        command.SetAction((parsed, cancellation) => SampleProcess.CarryOutAsync(() => work(parsed, cancellation), error, cancellation));
        return command;
    }

    /// <summary><c>--data</c>.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description =
            $"Folder with MNIST's four idx files, plain or gzipped. Default: the environment variable {DataSource.FolderVariable}.",
        HelpName = "DIR",
    };

    /// <summary><c>--variant</c>.</summary>
    public static Option<string> Variant()
    {
        var option = new Option<string>("--variant")
        {
            Description = "The reading of the method: published (what made the paper's numbers) or described (what its text says).",
        };
        option.AcceptOnlyFromAmong(PaperVariant.Published.Key(), PaperVariant.Described.Key());
        return option;
    }

    /// <summary><c>--processes</c>.</summary>
    public static Option<int> Processes()
        => CountOption.Create(
            "--processes",
            Environment.ProcessorCount,
            1,
            MostProcesses,
            "Runs at a time, each a process that computes on one thread. The numbers do not depend on it. Default: one per core.");

    /// <summary>The data folder, given or from the environment.</summary>
    /// <param name="given">What <c>--data</c> says.</param>
    /// <exception cref="SampleException">Neither is there.</exception>
    public static string DataFolder(DirectoryInfo? given)
        => given?.FullName ?? Environment.GetEnvironmentVariable(DataSource.FolderVariable) switch
        {
            { Length: > 0 } folder => folder,
            _
                => throw new SampleException(
                    $"no data: give --data DIR, a folder with MNIST's four idx files, or set the environment variable {DataSource.FolderVariable} to it."),
        };
}
