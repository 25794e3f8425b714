using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DtcGen.IO;

/// <summary>Files that are either whole or not there. Shared as source, so that no package shows it.</summary>
internal static class WholeFile
{
    // Of another machine on the same disk there is no telling whether it still writes.
    private static readonly string Machine = Regex.Replace(Environment.MachineName, "[^A-Za-z0-9]", "-");

    /// <summary>
    /// Has a file written under a temporary name beside it, then renames it, once it is on the disk. What a run that was killed left of
    /// the same file goes.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content to the path it is given.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<string> write)
    {
        var temporary = TemporaryName(path);
        RemoveLeft(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        try
        {
            write(temporary);

            // Else a loss of power can leave the name with nothing behind it.
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

    /// <summary>
    /// Makes a folder and writes a file there, so that long work does not learn at its end that it cannot. What runs that were killed
    /// left there goes.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="IOException">It cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made or written.</exception>
    public static void ProbeFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        var probe = TemporaryName(Path.Combine(folder, "probe"));
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
        RemoveLeft(folder, "*");
    }

    private static string TemporaryName(string path) => string.Create(
        CultureInfo.InvariantCulture, $"{path}.{Machine}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");

    private static void RemoveLeft(string folder, string name)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var pattern = new Regex($@"\.{Machine}\.(\d+)\.[0-9a-f]{{32}}\.tmp$");
        foreach (var file in Directory.EnumerateFiles(folder, $"{name}.{Machine}.*.tmp"))
        {
            if (pattern.Match(file) is { Success: true } match
                && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                && !CanBeWritten(file, process))
            {
                File.Delete(file);
            }
        }
    }

    // A process that was killed keeps its number until its parent, or the system in its stead, has asked how it ended.
    private static bool IsZombie(int process)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat")).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is gone by now, or may not be asked.
            return false;
        }
    }

    // A process of the same number that began after the file was written is another one.
    private static bool CanBeWritten(string file, int process)
    {
        try
        {
            using var writer = Process.GetProcessById(process);
            return !IsZombie(process) && writer.StartTime.ToUniversalTime() <= File.GetLastWriteTimeUtc(file);
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It ended just now, or may not be asked.
            return true;
        }
    }
}
