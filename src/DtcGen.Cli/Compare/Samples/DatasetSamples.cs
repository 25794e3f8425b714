using DtcGen.Datasets;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>The test images of MNIST or CIFAR-10, whichever the model's input is made for, normalised as the samples do.</summary>
internal static class DatasetSamples
{
    /// <summary>Reads them.</summary>
    /// <param name="folder">The folder with the data set's files.</param>
    /// <param name="inputs">What the models take.</param>
    /// <exception cref="CliException">The model takes something else, or the data cannot be used.</exception>
    public static SampleSet Load(string folder, ModelInputs inputs)
    {
        if (inputs.Values is not [{ ElementType: OnnxElementType.Float } input])
        {
            throw Wrong(inputs);
        }

        try
        {
            var sample = string.Join("×", input.Shape.Skip(1));
            return sample switch
            {
                "1×28×28" or "28×28" or "784" => Samples(Mnist.Load(folder), Mnist.Normalization, input),
                "3×32×32" or "3072" => Samples(Cifar10.Load(folder), Cifar10.Normalization, input),
                _ => throw Wrong(inputs),
            };
        }
        catch (DatasetException e)
        {
            throw new CliException($"--data {e.Message}");
        }
    }

    private static SampleSet Samples(ImageDataset data, Normalization normalization, OnnxValue input)
    {
        var images = data.Test;
        var values = normalization.Apply(images.Pixels, images.Channels, images.Height * images.Width);
        var inputs = OnnxArray.Of(values, [images.Count, .. input.Shape.Skip(1).Select(d => d.Value!.Value)]);
        return new SampleSet([inputs], Array.ConvertAll(images.Labels, l => (long)l), $"{data.Name}, test images");
    }

    private static CliException Wrong(ModelInputs inputs) => new(
        $"--data: {inputs.File} takes {string.Join(", ", inputs.Values)}; the data sets are MNIST (float images of 1 × 28 × 28 or 784) and CIFAR-10 (3 × 32 × 32 or 3072). Use --inputs FILE.npz or --random N.");
}
