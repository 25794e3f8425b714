using DtcGen.Datasets;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Samples.Paper;

/// <summary>The data as the paper feeds it: normalised, in batches, in file order.</summary>
internal sealed class PaperBatches : IDisposable
{
    // The mean and deviation of MNIST's training pixels, as the paper has them.
    private const float Mean = 0.1307f;
    private const float Deviation = 0.3081f;

    /// <summary>Normalises and cuts a data set.</summary>
    /// <param name="data">The data.</param>
    /// <param name="batchSize">Images per batch.</param>
    public PaperBatches(ImageDataset data, int batchSize)
    {
        Inputs = data.Train.ImageSize;
        Classes = data.ClassNames.Count;
        Train = Cut(data.Train, batchSize);
        Test = Cut(data.Test, batchSize);
    }

    /// <summary>Values per image.</summary>
    public int Inputs { get; }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>The training batches, in file order.</summary>
    public IReadOnlyList<Batch> Train { get; }

    /// <summary>The test batches, in file order.</summary>
    public IReadOnlyList<Batch> Test { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var batch in Train.Concat(Test))
        {
            batch.Dispose();
        }
    }

    private static List<Batch> Cut(LabeledImages images, int batchSize)
    {
        var batches = new List<Batch>();
        for (var start = 0; start < images.Count; start += batchSize)
        {
            var count = Math.Min(batchSize, images.Count - start);
            var values = Normalise(images.Pixels.AsSpan(start * images.ImageSize, count * images.ImageSize));
            long[] labels = [.. images.Labels.AsSpan(start, count).ToArray().Select(l => (long)l)];
            batches.Add(new Batch(tensor(values, [count, images.ImageSize]), tensor(labels), labels));
        }

        return batches;
    }

    private static float[] Normalise(ReadOnlySpan<byte> pixels)
    {
        var values = new float[pixels.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ((pixels[i] / 255f) - Mean) / Deviation;
        }

        return values;
    }
}
