using System.CommandLine;
using DtcGen.Commands;
using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary>The sample's command line: the root and its two commands.</summary>
internal static class PaperCommandLine
{
    private const int MostThreads = 1024;

    /// <summary>The largest number of repeats.</summary>
    public const int MostSeeds = 1000;

    /// <summary>The list for --help.</summary>
    public static string ExitCodes { get; } =
        ExitCode.Help(ExitCode.All.Where(static c => c.Code is ExitCode.Done or ExitCode.BadInput or ExitCode.InternalError
            or ExitCode.OutputFailed or ExitCode.Stopped).Select(static c => c.Code == ExitCode.Done
            ? (c.Code, "done")
            : c));

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
        };
        ClosingHelp.Install(root, DocumentedCommand.ClosingOf);
        return SampleProcess.RunAsync(root, args, console, error, cancellationToken);
    }

    /// <summary><c>--data</c>.</summary>
    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description =
            $"Folder with MNIST's four idx files, plain or gzipped. Default: the environment variable {DataSource.FolderVariable}.",
        HelpName = "DIR",
    };

    /// <summary><c>--threads</c>.</summary>
    public static Option<int> Threads()
        => CountOption.Create(
            "--threads",
            Environment.ProcessorCount,
            1,
            MostThreads,
            "How many runs go side by side, each on one thread. The numbers do not depend on it. Default: one per core.");

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
