using System.Globalization;
using DtcGen.Onnx;
using static TorchSharp.torch;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>Samples drawn at random: normal numbers, or whole numbers that the model can look up.</summary>
internal static class RandomSamples
{
    private const long SmallRange = 2;

    /// <summary>Draws them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">Where the draw starts.</param>
    /// <param name="inputs">What the models take.</param>
    /// <param name="dimensions">Sizes for symbolic dimensions.</param>
    /// <param name="files">The models.</param>
    /// <exception cref="CliException">A dimension other than the leading one has no size.</exception>
    public static SampleSet Draw(int count, int seed, ModelInputs inputs, IReadOnlyDictionary<string, long> dimensions, IReadOnlyList<OnnxFile> files)
    {
        manual_seed(seed);
        var tensors = new List<Tensor>();
        for (int i = 0; i < inputs.Values.Count; i++)
        {
            OnnxValue input = inputs.Values[i];
            long[] shape = [count, .. input.Shape.Skip(1).Select(d => Size(d, input, inputs.File, dimensions))];
            ScalarType type = ElementTypes.ToTorch(input, inputs.File);
            using var scope = NewDisposeScope();
            Tensor values = type is ScalarType.Float32 or ScalarType.Float64 ? randn(shape) : randint(0, type == ScalarType.Bool ? SmallRange : Range(i, files), shape);
            tensors.Add(values.to_type(type).MoveToOuterDisposeScope());
        }

        return new SampleSet(tensors, null, string.Create(CultureInfo.InvariantCulture, $"{count} random samples, seed {seed}"));
    }

    private static long Size(OnnxDimension dimension, OnnxValue input, string file, IReadOnlyDictionary<string, long> dimensions) =>
        dimension.Value ?? (dimension.Symbol is { } symbol && dimensions.TryGetValue(symbol, out long size)
            ? size
            : throw new CliException($"{file} takes {input}, and random samples need a size for {dimension}. Give --dim {dimension.Symbol ?? "NAME"}=N, or real samples by --inputs FILE.npz."));

    /// <summary>Whole numbers are mostly rows of a table: below the smallest that one of the models looks them up in.</summary>
    private static long Range(int input, IReadOnlyList<OnnxFile> files) =>
        files.SelectMany(f => OnnxLookups.TableLengths(f.Model, f.Model.Inputs[input].Name)).DefaultIfEmpty(SmallRange).Min();
}
