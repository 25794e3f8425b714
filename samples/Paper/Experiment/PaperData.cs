using System.Security.Cryptography;
using DtcGen.Datasets;

namespace DtcGen.Samples.Paper;

/// <summary>The experiment's data, from the command line to memory.</summary>
internal static class PaperData
{
    /// <summary>Reads MNIST.</summary>
    /// <param name="folder">Its folder.</param>
    /// <exception cref="SampleException">It cannot be read.</exception>
    public static ImageDataset Load(string folder)
    {
        try
        {
            return Mnist.Load(folder);
        }
        catch (DatasetException e)
        {
            throw new SampleException($"--data: {e.Message}");
        }
    }

    /// <summary>A hash of all pixels and labels.</summary>
    /// <param name="data">The data.</param>
    public static string Fingerprint(ImageDataset data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var images in new[] { data.Train, data.Test })
        {
            hash.AppendData(images.Pixels);
            hash.AppendData(images.Labels);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
