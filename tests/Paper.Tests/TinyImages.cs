using System.Buffers.Binary;

namespace DtcGen.Samples.Paper.Tests;

/// <summary>A handful of images of noise as idx files.</summary>
internal static class TinyImages
{
    public static void Write(string folder)
    {
        var random = new Random(5);
        foreach (var (set, count) in new[] { ("train", 20), ("t10k", 10) })
        {
            byte[] labels = [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];
            var pixels = new byte[count * 28 * 28];
            random.NextBytes(pixels);
            WriteIdx(Path.Combine(folder, $"{set}-labels-idx1-ubyte"), labels, count);
            WriteIdx(Path.Combine(folder, $"{set}-images-idx3-ubyte"), pixels, count, 28, 28);
        }
    }

    private static void WriteIdx(string path, byte[] content, params int[] sizes)
    {
        var header = new byte[4 + (4 * sizes.Length)];
        BinaryPrimitives.WriteInt32BigEndian(header, 0x800 + sizes.Length);
        for (var i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        }

        File.WriteAllBytes(path, [.. header, .. content]);
    }
}
