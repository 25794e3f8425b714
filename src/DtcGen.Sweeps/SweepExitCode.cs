using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>What a sweep's program says to the shell.</summary>
public static class SweepExitCode
{
    /// <summary>Done: every cell asked for has its figures.</summary>
    public const int Done = 0;

    /// <summary>A cell failed, or is missing still.</summary>
    public const int Incomplete = 1;

    /// <summary>A wrong option, a grid that is not the folder's, or a folder or file that cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Another program works on the folder.</summary>
    public const int Held = 3;

    /// <summary>Slurm is not there, or refuses the job.</summary>
    public const int SlurmFailed = 4;

    /// <summary>An error in the library itself.</summary>
    public const int InternalError = 70;

    /// <summary>The standard output is full or closed.</summary>
    public const int OutputFailed = 74;

    /// <summary>Stopped by Ctrl-C or a signal; what was done is kept.</summary>
    public const int Stopped = 130;

    internal static string Help { get; } = "Exit codes:\n" + string.Join('\n', new (int Code, string Meaning)[]
    {
        (Done, "done: every cell asked for has its figures"),
        (Incomplete, "a cell failed, or is missing still"),
        (BadInput, "a wrong option, a grid that is not the folder's, or a folder or file that cannot be used"),
        (Held, "another program works on the folder"),
        (SlurmFailed, "Slurm is not there, or refuses the job"),
        (InternalError, "an error in the program itself"),
        (OutputFailed, "the standard output is full or closed"),
        (Stopped, "stopped by Ctrl-C or a signal; what was done is kept"),
    }.Select(static c => string.Create(CultureInfo.InvariantCulture, $"  {c.Code,3}  {c.Meaning}")));
}
