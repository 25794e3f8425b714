namespace DtcGen.Cli.Commands;

/// <summary>How a command ends.</summary>
internal static class ToolExitCode
{
    /// <summary>Everything was done.</summary>
    public const int Done = 0;

    /// <summary>The command was understood and could not be carried out.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong; nothing was started.</summary>
    public const int Usage = 2;

    /// <summary>Everything was done, and what was looked for was found: a broken rule, or a limit that is not kept.</summary>
    public const int Found = 3;

    /// <summary>
    /// Nothing that was looked for was found, and part of the file is not known to the tool: it is newer, or another
    /// program's own.
    /// </summary>
    public const int NotKnown = 4;

    /// <summary>Stopped by Ctrl-C or a termination signal.</summary>
    public const int Interrupted = 130;

    /// <summary>The list for --help.</summary>
    public const string Help =
        "Exit codes: 0 done; 1 failed (a file, data or an output, said on standard error); 2 wrong command line; 130 interrupted.";

    /// <summary>The list for --help of a command that looks for something.</summary>
    /// <param name="found">What it looks for.</param>
    public static string HelpWith(string found) => Help.Replace("; 130", $"; {Found} {found}; 130", StringComparison.Ordinal);
}
