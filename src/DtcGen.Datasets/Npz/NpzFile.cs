using System.IO.Compression;
using System.IO.Hashing;

namespace DtcGen.Datasets;

/// <summary>Reads npz files, NumPy's archives of named arrays: zip files with an npy file for each, compressed or not.</summary>
public static class NpzFile
{
    private const string Extension = ".npy";

    /// <summary>Reads all arrays of a file, by name. An entry's CRC-32 and length are verified before there is memory for it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DatasetException">The file is missing, unreadable, not such a file, damaged, or holds an array
    /// of a kind that is not read.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = DataFile.Open(path);
        if (file is GZipStream)
        {
            throw Broken(path, "a file compressed with gzip");
        }

        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            var arrays = new Dictionary<string, NpyArray>(StringComparer.Ordinal);
            foreach (var entry in archive.Entries.Where(static e => e.FullName.EndsWith(Extension, StringComparison.Ordinal)))
            {
                var name = $"{path}, array {entry.FullName}";
                Verify(entry, name);
                using var content = entry.Open();
                if (!arrays.TryAdd(entry.FullName[..^Extension.Length], NpyReader.Read(content, entry.Length, name)))
                {
                    throw Broken(name, "two arrays of this name");
                }
            }

            return arrays.Count > 0 ? arrays : throw Broken(path, "a zip archive without arrays");
        }
        catch (InvalidDataException e)
        {
            throw Broken(path, $"something that is not a whole zip archive ({e.Message})", e);
        }
    }

    // .NET's reader compares neither with what the archive says.
    private static void Verify(ZipArchiveEntry entry, string name)
    {
        using var content = entry.Open();
        var sum = new Crc32();
        var length = DataFile.Count(content, name, sum);
        if (length != entry.Length)
        {
            throw Broken(name, $"{length} bytes where the archive says {entry.Length}");
        }

        if (sum.GetCurrentHashAsUInt32() is var found && found != entry.Crc32)
        {
            throw Broken(name, $"content with the CRC-32 {found:x8} where the archive says {entry.Crc32:x8}");
        }
    }

    private static DatasetException Broken(string name, string found, Exception? inner = null) => new(
        name, found, "an npz file, as numpy.savez writes it", "Save the inputs with numpy.savez, or copy the file again.", inner);
}
