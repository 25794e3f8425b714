using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>Writes PNG files by the format's specification, of any colour type and depth.</summary>
internal static class PngWriter
{
    public const byte Grey = 0, Colour = 2, Palette = 3, GreyAlpha = 4, ColourAlpha = 6;

    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="depth">Bits per sample.</param>
    /// <param name="colourType">One of the constants.</param>
    /// <param name="rows">The bytes of a row, packed as the format wants them.</param>
    /// <param name="palette">Three bytes for each entry, for <see cref="Palette"/>.</param>
    public static byte[] Write(int width, int height, byte depth, byte colourType, Func<int, byte[]> rows, byte[]? palette = null)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(rows(y));
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        Chunk(file, "IHDR", [.. BigEndian((uint)width), .. BigEndian((uint)height), depth, colourType, 0, 0, 0]);
        if (palette is not null)
        {
            Chunk(file, "PLTE", palette);
        }

        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string type, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(type), .. content];
        file.Write(BigEndian((uint)content.Length));
        file.Write(named);
        file.Write(BigEndian(Crc32.HashToUInt32(named)));
    }

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
