using DtcGen.IO;

namespace DtcGen.Cli.Report;

/// <summary>Files that the command line names for a result.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text as UTF-8; the file is either whole or not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="CliException">The file cannot be written.</exception>
    public static void WriteText(string path, string text)
    {
        try
        {
            WholeFile.WriteText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path} cannot be written: {e.Message}");
        }
    }
}
