using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>Writes PNG files by the format's specification, of any colour type, depth and filter, and files that break it.</summary>
internal static class PngWriter
{
    public const byte Grey = 0, Colour = 2, Palette = 3, GreyAlpha = 4, ColourAlpha = 6;

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="depth">Bits per sample.</param>
    /// <param name="colourType">One of the constants.</param>
    /// <param name="rows">The bytes of a row, packed as the format wants them.</param>
    /// <param name="palette">Three bytes for each entry, for <see cref="Palette"/>.</param>
    /// <param name="filters">The filter of a row; null leaves all rows as they are.</param>
    public static byte[] Write(
        int width,
        int height,
        byte depth,
        byte colourType,
        Func<int, byte[]> rows,
        byte[]? palette = null,
        Func<int, byte>? filters = null)
    {
        var samples = colourType switch { Colour => 3, GreyAlpha => 2, ColourAlpha => 4, _ => 1 };
        var above = new byte[(width * samples * depth + 7) / 8];
        List<byte> lines = [];
        for (var y = 0; y < height; y++)
        {
            var row = rows(y);
            var filter = filters?.Invoke(y) ?? 0;
            lines.Add(filter);
            lines.AddRange(Filtered(filter, row, above, Math.Max(1, samples * depth / 8)));
            above = row;
        }

        return File([
            ("IHDR", Header(width, height, depth, colourType)), .. palette is null ? [] : new[] { ("PLTE", palette) },
            ("IDAT", Pack([.. lines])), ("IEND", [])
        ]);
    }

    /// <summary>A file of these chunks, each with its length and its checksum.</summary>
    public static byte[] File(params (string Type, byte[] Content)[] chunks)
        => [.. Signature, .. chunks.SelectMany(chunk => Chunk(chunk.Type, chunk.Content))];

    public static byte[] Header(int width, int height, byte depth, byte colourType, byte interlace = 0)
        => [.. BigEndian((uint)width), .. BigEndian((uint)height), depth, colourType, 0, 0, interlace];

    public static byte[] Pack(byte[] lines)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(lines);
        }

        return packed.ToArray();
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(type), .. content];
        return [.. BigEndian((uint)content.Length), .. named, .. BigEndian(Crc32.HashToUInt32(named))];
    }

    public static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>The specification's table of filters, from the values to what is stored.</summary>
    private static IEnumerable<byte> Filtered(byte filter, byte[] row, byte[] above, int pixel) => row.Select((value, i) =>
    {
        var (a, b, c) = i < pixel ? (0, (int)above[i], 0) : (row[i - pixel], above[i], above[i - pixel]);
        var predicted = filter switch
        {
            1 => a,
            2 => b,
            3 => (a + b) >> 1,
            4 => new[] { a, b, c }.MinBy(neighbour => Math.Abs(a + b - c - neighbour)),
            _ => 0,
        };
        return (byte)(value - predicted);
    });
}
