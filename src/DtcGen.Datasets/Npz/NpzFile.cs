using System.IO.Compression;

namespace DtcGen.Datasets;

/// <summary>Reads npz files, NumPy's archives of named arrays: zip files with an npy file for each, compressed or not.</summary>
public static class NpzFile
{
    private const string Extension = ".npy";

    /// <summary>Reads all arrays of a file, by name.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DatasetException">The file is missing, unreadable, not such a file, damaged, or holds an array
    /// of a kind that is not read.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = DataFile.Open(path);
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            var arrays = new Dictionary<string, NpyArray>(StringComparer.Ordinal);
            foreach (var entry in archive.Entries.Where(static e => e.FullName.EndsWith(Extension, StringComparison.Ordinal)))
            {
                using var content = entry.Open();
                arrays[entry.FullName[..^Extension.Length]] = NpyReader.Read(content, $"{path}, array {entry.FullName}");
            }

            return arrays.Count > 0
                ? arrays
                : throw new DatasetException(
                    path, "a zip archive without arrays", "an npz file, as numpy.savez writes it", "Save the inputs with numpy.savez.");
        }
        catch (InvalidDataException e)
        {
            throw new DatasetException(
                path,
                $"something that is not a whole zip archive ({e.Message})",
                "an npz file, as numpy.savez writes it",
                "Save the inputs with numpy.savez, or copy the file again.",
                e);
        }
    }
}
