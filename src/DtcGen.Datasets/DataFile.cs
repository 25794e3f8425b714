using System.IO.Hashing;

namespace DtcGen.Datasets;

/// <summary>Reads data files that may be compressed with gzip; what a file is comes from its first bytes, not its name.</summary>
internal static class DataFile
{
    private const byte GzipMagic1 = 0x1f;
    private const byte GzipMagic2 = 0x8b;

    // What a header claims up to here may be taken into memory before it is known to be there.
    private const int MostUnseen = 48 << 20;

    /// <summary>Opens a file for reading its uncompressed content.</summary>
    public static Stream Open(string path)
    {
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DatasetException(path, "no such file", "a data file", "Check the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }

        if (!file.CanSeek)
        {
            file.Dispose();
            throw new DatasetException(path, "a pipe or device", "a regular file", "Copy its content into a file.");
        }

        try
        {
            var compressed = file.ReadByte() == GzipMagic1 && file.ReadByte() == GzipMagic2;
            file.Position = 0;
            return compressed ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Decompress) : file;
        }
        catch (IOException e)
        {
            file.Dispose();
            throw Unreadable(path, e);
        }
    }

    /// <summary>Reads until the buffer is full or the content ends.</summary>
    /// <returns>How many bytes were read.</returns>
    public static int Fill(Stream stream, Span<byte> buffer, string path)
    {
        try
        {
            return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new DatasetException(path, $"a damaged gzip stream ({e.Message})", "a complete gzip file", "Fetch the file again.", e);
        }
        catch (IOException e)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>The length of a file's uncompressed content in bytes; a compressed one is unpacked for it and not kept.</summary>
    public static long Length(string path)
    {
        using var stream = Open(path);
        return stream.CanSeek ? stream.Length : Count(stream, path);
    }

    /// <summary>
    /// The length as in <see cref="Length"/> where so much is claimed that no memory may be taken for it before; else null.
    /// </summary>
    public static long? LengthBefore(long claimed, string path) => claimed > MostUnseen ? Length(path) : null;

    /// <summary>How many bytes are left, which are read, hashed and not kept.</summary>
    public static long Count(Stream stream, string path, NonCryptographicHashAlgorithm? sum = null)
    {
        long count = 0;
        var buffer = new byte[1 << 16];
        int read;
        while ((read = Fill(stream, buffer, path)) > 0)
        {
            sum?.Append(buffer.AsSpan(0, read));
            count += read;
        }

        return count;
    }

    /// <summary>
    /// The path of the first of these names that exists in the folder, plain or with <c>.gz</c>; null when none does.
    /// </summary>
    public static string? Find(string folder, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var candidate in (ReadOnlySpan<string>)[name, name + ".gz"])
            {
                var path = Path.Combine(folder, candidate);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        return null;
    }

    /// <summary>What a folder holds, in a few words for a message.</summary>
    public static string Describe(string folder)
    {
        if (File.Exists(folder))
        {
            return "a file";
        }

        if (!Directory.Exists(folder))
        {
            return "no such folder";
        }

        const int shown = 8;
        string[] names;
        try
        {
            names = [
                .. Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Take(shown + 1)!
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"a folder that cannot be listed ({e.Message})";
        }

        return names.Length switch
        {
            0 => "an empty folder",
            > shown => $"a folder with {string.Join(", ", names.Take(shown))} and more",
            _ => $"a folder with {string.Join(", ", names)}",
        };
    }

    private static DatasetException Unreadable(string path, Exception e)
        => new(path, $"a file that cannot be read ({e.Message})", "a readable file", "Check its permissions and the disk.", e);
}
