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

    /// <summary>
    /// What a run depends on, for checkpoints. Methods and repeats are not part of it: a run can be extended by more
    /// of them.
    /// </summary>
    /// <param name="protocol">The experiment's numbers.</param>
    /// <param name="reading">How the method is read.</param>
    /// <param name="batches">The data.</param>
    public static string Fingerprint(PaperProtocol protocol, Reading reading, PaperBatches batches)
        => $"{protocol}, {reading}, data {batches.Fingerprint[..16]}";
}
