using DtcGen.Datasets;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>Images as tensors.</summary>
internal static class ImageBatches
{
    /// <summary>The images in their order, the last batch with what is left.</summary>
    /// <param name="images">The images.</param>
    /// <param name="normalization">Of their pixels.</param>
    /// <param name="size">Images in a batch.</param>
    /// <param name="flat">Whether an image is a row of pixels instead of channels, rows and columns.</param>
    public static (Tensor Inputs, Tensor Targets)[] Cut(LabeledImages images, Normalization normalization, int size, bool flat = false)
    {
        var (inputs, targets) = Whole(images, normalization);
        return [.. (flat ? inputs.flatten(1) : inputs).split(size).Zip(targets.split(size))];
    }

    /// <summary>All of them: images × channels × rows × columns, and their classes.</summary>
    public static (Tensor Inputs, Tensor Targets) Whole(LabeledImages images, Normalization normalization)
        => (tensor(normalization.Apply(images.Pixels, images.Channels, images.Height * images.Width))
                .reshape(images.Count, images.Channels, images.Height, images.Width),
            tensor(Array.ConvertAll(images.Labels, static label => (long)label)));
}
