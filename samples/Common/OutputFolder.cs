using DtcGen.IO;

namespace DtcGen.Samples;

/// <summary>The folder that a run writes to. Each file is written under a temporary name and renamed, so it is whole or absent.</summary>
internal sealed class OutputFolder
{
    private OutputFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes the folder and writes a file there, so that a run does not learn at its end that it cannot.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="option">The option that named it.</param>
    /// <exception cref="SampleException">The folder cannot be made or written.</exception>
    public static OutputFolder Prepare(string path, string option = "--out")
    {
        try
        {
            WholeFile.ProbeFolder(path);
            return new OutputFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SampleException($"{option} {path}: cannot be written ({e.Message}). Name a folder that can.", e);
        }
    }

    public string FileName(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a text as UTF-8.</summary>
    /// <param name="name">The file's name in the folder.</param>
    /// <param name="text">Its content.</param>
    public void WriteText(string name, string text) => Write(name, path => File.WriteAllText(path, text));

    /// <summary>Writes a file.</summary>
    /// <param name="name">Its name in the folder.</param>
    /// <param name="write">Writes it to the path it is given.</param>
    public void Write(string name, Action<string> write)
    {
        try
        {
            WholeFile.Write(FileName(name), write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{FileName(name)}: cannot be written ({e.Message}).", e);
        }
    }
}
