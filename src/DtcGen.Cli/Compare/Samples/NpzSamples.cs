using DtcGen.Datasets;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>Samples from an npz file: an array for each input, by its name, and perhaps one of labels.</summary>
internal static class NpzSamples
{
    /// <summary>The name of the array with the classes.</summary>
    public const string Labels = "labels";

    /// <summary>Reads them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="inputs">What the models take.</param>
    /// <exception cref="CliException">The file cannot be read, or its arrays do not fit.</exception>
    public static SampleSet Load(string path, ModelInputs inputs)
    {
        IReadOnlyDictionary<string, NpyArray> arrays;
        try
        {
            arrays = NpzFile.Read(path);
        }
        catch (DatasetException e)
        {
            throw new CliException($"--inputs {e.Message}");
        }

        OnnxArray[] samples = [.. inputs.Values.Select(input => Convert(path, Find(path, arrays, inputs, input), input, inputs.OneByOne))];
        var count = samples[0].Shape[0];
        if (count == 0 || samples.Any(s => s.Shape[0] != count))
        {
            throw new CliException(
                $"--inputs {path}: the arrays have {string.Join(", ", samples.Select(s => s.Shape[0]))} samples along their first dimension; they must have the same number, at least 1.");
        }

        return new SampleSet(
            samples, arrays.TryGetValue(Labels, out var labels) ? Classes(path, labels, count) : null, $"{path}, {count} samples")
        {
            OneByOne = inputs.OneByOne,
        };
    }

    /// <summary>The array of an input's name; where there is one input and one array, that.</summary>
    private static (string Name, NpyArray Array) Find(
        string path, IReadOnlyDictionary<string, NpyArray> arrays, ModelInputs inputs, OnnxValue input)
    {
        if (arrays.TryGetValue(input.Name, out var found))
        {
            return (input.Name, found);
        }

        KeyValuePair<string, NpyArray>[] others = [.. arrays.Where(a => a.Key != Labels)];
        return inputs.Values.Count == 1 && others is [var only]
            ? (only.Key, only.Value)
            : throw new CliException(
                $"--inputs {path}: there is no array {input.Name}, which {inputs.File} takes ({input}); the file has {string.Join(", ", arrays.Keys)}.");
    }

    private static OnnxArray Convert(string path, (string Name, NpyArray Array) source, OnnxValue input, bool oneByOne)
    {
        var (name, array) = source;
        var given = $"({string.Join(", ", array.Shape)})";

        // Of samples that are runs of their own there may be one, or several along a dimension in front.
        long[] shape = oneByOne && array.Shape.Count == input.Rank ? [1, .. array.Shape] : [.. array.Shape];
        OnnxDimension[] wanted = oneByOne ? [shape.FirstOrDefault(), .. input.Shape] : [.. input.Shape];
        if (shape.Length != wanted.Length || wanted.Skip(1).Zip(shape.Skip(1)).Any(d => d.First.Value is { } size && size != d.Second))
        {
            throw new CliException($"--inputs {path}: array {name} has the shape {given}, and the model takes {input}.");
        }

        if (array.Values is float[] or double[] or Half[] && !input.ElementType.IsFloating())
        {
            throw new CliException(
                $"--inputs {path}: array {name} holds floating-point numbers, and the model takes {input}. Convert it with .astype before saving it.");
        }

        return array.Values switch
        {
            float[] values => SampleArrays.Make(values, shape, input, path),
            double[] values => SampleArrays.Make(values, shape, input, path),
            Half[] values => SampleArrays.Make(values, shape, input, path),
            long[] values => SampleArrays.Make(values, shape, input, path),
            int[] values => SampleArrays.Make(values, shape, input, path),
            short[] values => SampleArrays.Make(values, shape, input, path),
            sbyte[] values => SampleArrays.Make(values, shape, input, path),
            byte[] values => SampleArrays.Make(values, shape, input, path),
            _ => SampleArrays.Make(Array.ConvertAll((bool[])array.Values, static v => v ? 1 : 0), shape, input, path),
        };
    }

    private static long[] Classes(string path, NpyArray labels, long count)
    {
        if (labels.Values is not (long[] or int[] or short[] or sbyte[] or byte[]) || labels.Shape is not [var length] || length != count)
        {
            throw new CliException(
                $"--inputs {path}: {Labels} has the shape ({string.Join(", ", labels.Shape)}) and entries of {labels.Values.GetType().GetElementType()!.Name}; it must be a whole number for each of the {count} samples.");
        }

        return [.. labels.Values.Cast<object>().Select(System.Convert.ToInt64)];
    }
}
