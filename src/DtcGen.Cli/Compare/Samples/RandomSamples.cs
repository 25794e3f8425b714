using System.Globalization;
using System.Numerics;
using DtcGen.Onnx;

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
    /// <param name="values">Numbers for inputs that get no random ones, by name.</param>
    /// <param name="files">The dense model and the pruned one.</param>
    /// <exception cref="CliException">A dimension other than the leading one has no size.</exception>
    public static SampleSet Draw(
        int count,
        int seed,
        ModelInputs inputs,
        IReadOnlyDictionary<string, long> dimensions,
        IReadOnlyDictionary<string, double> values,
        IReadOnlyList<OnnxFile> files)
    {
        var random = new Random(seed);
        var arrays = new List<OnnxArray>();
        for (var i = 0; i < inputs.Values.Count; i++)
        {
            var input = inputs.Values[i];
            var sizes = input.Shape.Skip(1).Select(d => Size(d, input, inputs.File, dimensions));
            if (inputs.OneByOne && input.Rank > 0)
            {
                // A run takes one sample where nothing else is said.
                sizes = sizes.Prepend(input.Shape[0].Evaluate(dimensions) ?? 1);
            }

            long[] shape = [count, .. sizes];
            if (values.TryGetValue(input.Name, out var value))
            {
                arrays.Add(SampleArrays.Make(Many(shape, inputs.File, () => value), shape, input, inputs.File));
                continue;
            }

            arrays.Add(input.ElementType.IsFloating()
                ? SampleArrays.Make(Many(shape, inputs.File, () => Normal(random)), shape, input, inputs.File)
                : SampleArrays.Make(
                    Many(
                        shape,
                        inputs.File,
                        Whole(random, input.ElementType == OnnxElementType.Bool ? SmallRange : Range(i, inputs, files))),
                    shape,
                    input,
                    inputs.File));
        }

        return new SampleSet(arrays, null, string.Create(CultureInfo.InvariantCulture, $"{count} random samples, seed {seed}"))
        {
            AreRandom = true,
            OneByOne = inputs.OneByOne,
        };
    }

    private static T[] Many<T>(long[] shape, string file, Func<T> next)
    {
        var length = shape.Aggregate(BigInteger.One, static (product, dimension) => product * dimension);
        if (length > Array.MaxLength / sizeof(double))
        {
            throw new CliException(
                $"{file}: {shape[0]} random samples of [{string.Join(", ", shape.Skip(1))}] do not fit into memory. Give a smaller --random.");
        }

        var values = new T[(int)length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = next();
        }

        return values;
    }

    // Box and Muller's way, which needs no state between two numbers.
    private static double Normal(Random random)
        => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static Func<long> Whole(Random random, long range) => () => random.NextInt64(range);

    private static long Size(OnnxDimension dimension, OnnxValue input, string file, IReadOnlyDictionary<string, long> dimensions)
        => dimension.Evaluate(dimensions) is >= 0 and long size
            ? size
            : throw new CliException(
                $"{file} takes {input}, and random samples need a size for {dimension}. Give --dim {dimension.Symbol ?? "NAME"}=N, or real samples by --inputs FILE.npz.");

    /// <summary>Whole numbers are mostly rows of a table: below the smallest that one of the models looks them up in.</summary>
    private static long Range(int input, ModelInputs inputs, IReadOnlyList<OnnxFile> files)
        => files.Zip([inputs.Values[input].Name, inputs.PrunedNames[input]], static (f, name) => OnnxLookups.TableLengths(f.Model, name))
            .SelectMany(static lengths => lengths)
            .DefaultIfEmpty(SmallRange)
            .Min();
}
