using DtcGen.IO;

namespace DtcGen.Cli;

/// <summary>The folder that a command writes to.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder and tries to write there, so that nothing is computed in vain.</summary>
    /// <param name="option">The option that named it.</param>
    /// <param name="path">The folder.</param>
    /// <exception cref="CliException">It cannot be made or written.</exception>
    public static void Prepare(string option, string path)
    {
        try
        {
            WholeFile.ProbeFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{option} {path}: the folder cannot be written ({e.Message}). Choose another one.");
        }
    }
}
