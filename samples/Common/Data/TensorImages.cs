using DtcGen.Datasets;
using static TorchSharp.torch;

namespace DtcGen.Samples;

/// <summary>A whole set of images as two tensors.</summary>
internal sealed class TensorImages : IDisposable
{
    public TensorImages(LabeledImages images, Normalization normalization)
    {
        Count = images.Count;
        ImageShape = [images.Channels, images.Height, images.Width];
        var values = normalization.Apply(images.Pixels, images.Channels, images.Height * images.Width);
        Inputs = tensor(values, [Count, .. ImageShape]).DetachFromDisposeScope();
        Targets = tensor(Array.ConvertAll(images.Labels, label => (long)label)).DetachFromDisposeScope();
    }

    public int Count { get; }

    /// <summary>Channels, rows, columns.</summary>
    public IReadOnlyList<long> ImageShape { get; }

    /// <summary>The normalised pixels: images × channels × rows × columns, float32.</summary>
    public Tensor Inputs { get; }

    /// <summary>The class numbers: images, int64.</summary>
    public Tensor Targets { get; }

    public void Dispose()
    {
        Inputs.Dispose();
        Targets.Dispose();
    }
}
