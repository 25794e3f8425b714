using DtcGen.Datasets;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>The test images of MNIST or CIFAR-10, whichever the model's input is made for.</summary>
internal static class DatasetSamples
{
    /// <summary>Reads them.</summary>
    /// <param name="folder">The folder with the data set's files.</param>
    /// <param name="inputs">What the models take.</param>
    /// <param name="asked">The normalisation that the command line gives; null takes the files'.</param>
    /// <param name="files">The models.</param>
    /// <exception cref="CliException">The model takes something else, the data cannot be used, or nothing says how it is
    /// normalised.</exception>
    public static SampleSet Load(
        string folder,
        ModelInputs inputs,
        (IReadOnlyList<float> Mean, IReadOnlyList<float> Deviation)? asked,
        IReadOnlyList<OnnxFile> files)
    {
        if (inputs.Values is not [var input] || !input.ElementType.IsFloating())
        {
            throw Wrong(inputs);
        }

        try
        {
            var sample = string.Join("×", input.Shape.Skip(1));
            return sample switch
            {
                "1×28×28" or "28×28" or "784" => Samples(Mnist.Load, Mnist.Normalization, "MNIST"),
                "3×32×32" or "3072" => Samples(Cifar10.Load, Cifar10.Normalization, "CIFAR-10"),
                _ => throw Wrong(inputs),
            };
        }
        catch (DatasetException e)
        {
            throw new CliException($"--data {e.Message}");
        }

        SampleSet Samples(Func<string, ImageDataset> load, Normalization usual, string name)
        {
            var normalization = ImageNormalization.Of(asked, files, name, usual.Mean.Count, usual);
            var data = load(folder);
            var images = data.Test;
            var values = new Normalization(normalization.Mean, normalization.Deviation)
                .Apply(images.Pixels, images.Channels, images.Height * images.Width);
            long[] shape = [images.Count, .. input.Shape.Skip(1).Select(d => d.Value!.Value)];
            return new SampleSet(
                [SampleArrays.Make(values, shape, input, inputs.File)],
                Array.ConvertAll(images.Labels, l => (long)l),
                $"{data.Name}, test images")
            {
                Normalization = normalization,
            };
        }
    }

    private static CliException Wrong(ModelInputs inputs) => new(
        $"--data: {inputs.File} takes {string.Join(", ", inputs.Values)}; the data sets are MNIST (floating-point images of 1 × 28 × 28 or 784) and CIFAR-10 (3 × 32 × 32 or 3072). Use --inputs FILE.npz or --random N.");
}
