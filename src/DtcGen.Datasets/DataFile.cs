namespace DtcGen.Datasets;

/// <summary>Reads data files that may be compressed with gzip; what a file is comes from its first bytes, not its name.</summary>
internal static class DataFile
{
    private const byte GzipMagic1 = 0x1f;
    private const byte GzipMagic2 = 0x8b;

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

    /// <summary>Reads all the rest.</summary>
    public static byte[] ReadToEnd(Stream stream, string path)
    {
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = Fill(stream, buffer, path)) > 0)
        {
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
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
