namespace DtcGen.Sweeps;

/// <summary>How this program is started again.</summary>
internal static class OwnProgram
{
    /// <summary>The file to start and what to give it before the sweep's verb.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <exception cref="SweepException">It cannot be told.</exception>
    public static IReadOnlyList<string> CommandLine(Sweep sweep)
    {
        var file = Environment.ProcessPath
            ?? throw new SweepException("the program's own file cannot be told, so that it cannot start itself for a cell.");

        // `dotnet program.dll` is a program, and its file; one that starts by itself says its own name there.
        return Path.GetFileNameWithoutExtension(file).Equals("dotnet", StringComparison.OrdinalIgnoreCase)
            ? [file, Path.GetFullPath(Environment.GetCommandLineArgs()[0]), .. sweep.Arguments]
            : [file, .. sweep.Arguments];
    }
}
