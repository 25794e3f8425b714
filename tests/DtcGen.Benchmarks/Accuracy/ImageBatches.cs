using DtcGen.Datasets;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>Images as tensors, cut into batches, and how many of them a network knows.</summary>
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

    /// <summary>The share of images whose class the network finds, in evaluation mode.</summary>
    public static double Accuracy(Module<Tensor, Tensor> model, (Tensor Inputs, Tensor Targets)[] batches)
    {
        var training = model.training;
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        model.eval();
        var right = batches.Sum(batch => model.call(batch.Inputs).argmax(1).eq(batch.Targets).sum().item<long>());
        model.train(training);
        return (double)right / batches.Sum(static batch => batch.Targets.shape[0]);
    }
}
