using System.IO.Compression;

namespace DtcGen.Datasets.Tests;

/// <summary>Makes data files from their formats' descriptions.</summary>
internal static class TestFiles
{
    public static byte[] Idx(int[] dimensions, byte[] values, byte elementType = 8)
    {
        var bytes = new List<byte> { 0, 0, elementType, (byte)dimensions.Length };
        foreach (var d in dimensions)
        {
            bytes.AddRange([(byte)(d >> 24), (byte)(d >> 16), (byte)(d >> 8), (byte)d]);
        }

        bytes.AddRange(values);
        return [.. bytes];
    }

    public static byte[] Gzip(byte[] content)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return output.ToArray();
    }

    /// <summary>Writes MNIST's four files with a few images; pixel p of image i is (i + p) mod 251, label i is i mod 10.</summary>
    public static void WriteMnist(TemporaryFolder folder, int train = 12, int test = 5, bool gzip = false)
    {
        foreach (var (set, count) in new[] { ("train", train), ("t10k", test) })
        {
            Write(
                $"{set}-images-idx3-ubyte",
                Idx([count, 28, 28], [.. Enumerable.Range(0, count * 784).Select(k => (byte)((k / 784 + k % 784) % 251))]));
            Write($"{set}-labels-idx1-ubyte", Idx([count], [.. Enumerable.Range(0, count).Select(i => (byte)(i % 10))]));
        }

        void Write(string name, byte[] content) => folder.Write(gzip ? name + ".gz" : name, gzip ? Gzip(content) : content);
    }
}
