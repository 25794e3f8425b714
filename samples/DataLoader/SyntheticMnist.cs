using System.Buffers.Binary;
using DtcGen.Datasets;

/// <summary>Drawn digits in MNIST's files, where there is no MNIST.</summary>
internal static class SyntheticMnist
{
    /// <summary>Writes them where TorchVision looks for MNIST below a folder.</summary>
    /// <param name="root">The folder.</param>
    public static string Write(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "mnist", "test_data")).FullName;
        var digits = SyntheticDigits.Create(4_000, 1_000, seed: 1);
        foreach (var (name, set) in new[] { ("train", digits.Train), ("t10k", digits.Test) })
        {
            File.WriteAllBytes(Path.Combine(folder, $"{name}-images-idx3-ubyte"), [.. Header(0x803, set.Count, 28, 28), .. set.Pixels]);
            File.WriteAllBytes(Path.Combine(folder, $"{name}-labels-idx1-ubyte"), [.. Header(0x801, set.Count), .. set.Labels]);
        }

        return root;
    }

    // A file of the IDX format begins with a number for its kind, and its dimensions.
    private static byte[] Header(params int[] numbers)
    {
        var bytes = new byte[4 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), numbers[i]);
        }

        return bytes;
    }
}
