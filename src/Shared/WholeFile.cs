using System.Globalization;

namespace DtcGen.IO;

/// <summary>Files that are either whole or not there. Shared as source, so that no package shows it.</summary>
internal static class WholeFile
{
    /// <summary>Has a file written under a temporary name beside it, then renames it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content to the path it is given.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<string> write)
    {
        var temporary = TemporaryName(path);
        try
        {
            write(temporary);

            // On the disk before it has the name: else a loss of power can leave the name with nothing behind it.
            using (var written = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(written);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Writes a text as UTF-8 under a temporary name beside the file, then renames it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its content.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void WriteText(string path, string text) => Write(path, temporary => File.WriteAllText(temporary, text));

    /// <summary>Makes a folder and writes a file there, so that long work does not learn at its end that it cannot.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made or written.</exception>
    public static void ProbeFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        var probe = TemporaryName(Path.Combine(folder, "probe"));
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    private static string TemporaryName(string path) => string.Create(
        CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");
}
