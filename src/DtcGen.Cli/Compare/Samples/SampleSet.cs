using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>Samples that both models are run on.</summary>
/// <param name="Inputs">For each input of the model all samples, along dimension 0; where each is a run of its own, along one that is
/// put in front.</param>
/// <param name="Labels">The class of each sample; null when it is not known.</param>
/// <param name="Description">What they are, for the reader.</param>
internal sealed record SampleSet(IReadOnlyList<OnnxArray> Inputs, IReadOnlyList<long>? Labels, string Description)
{
    /// <summary>Whether they are drawn at random, so that the class that a model gives them says nothing.</summary>
    public bool AreRandom { get; init; }

    /// <summary>Whether each sample is a run of its own.</summary>
    public bool OneByOne { get; init; }

    /// <summary>How images were normalised; null for samples that are given as they are.</summary>
    public ImageNormalization? Normalization { get; init; }

    /// <summary>How many there are.</summary>
    public int Count => (int)Inputs[0].Shape[0];

    /// <summary>The first samples, or all of them when there are fewer.</summary>
    /// <param name="count">How many at most; null takes all.</param>
    public SampleSet Take(int? count) => count is not { } most || most >= Count
        ? this
        : this with { Inputs = [.. Inputs.Select(i => i.Samples(0, most))], Labels = Labels is null ? null : [.. Labels.Take(most)] };

    /// <summary>The samples in pieces.</summary>
    /// <param name="size">Samples in a piece.</param>
    /// <param name="whole">Whether every piece must be whole; then the rest is left out.</param>
    public IEnumerable<IReadOnlyList<OnnxArray>> Batches(int size, bool whole)
    {
        if (OneByOne)
        {
            for (var run = 0; run < Count; run++)
            {
                yield return Run(run);
            }

            yield break;
        }

        for (var start = 0; whole ? start + size <= Count : start < Count; start += size)
        {
            yield return [.. Inputs.Select(i => i.Samples(start, Math.Min(size, Count - start)))];
        }
    }

    /// <summary>One batch of any size; samples come again when there are too few. Where each is a run of its own, the first.</summary>
    /// <param name="size">How many.</param>
    public IReadOnlyList<OnnxArray> Batch(int size) => OneByOne ? Run(0) : [.. Inputs.Select(i => Repeat(i, size))];

    private IReadOnlyList<OnnxArray> Run(int run) =>
    [
        .. Inputs.Select(i => i.Samples(run, 1)).Select(static i => new OnnxArray(i.ElementType, [.. i.Shape.Skip(1)], i.Bytes)),
    ];

    private static OnnxArray Repeat(OnnxArray array, int size)
    {
        var sample = array.Bytes.Length / (int)array.Shape[0];
        var bytes = new byte[size * sample];
        for (var done = 0; done < bytes.Length; done += array.Bytes.Length)
        {
            var length = Math.Min(array.Bytes.Length, bytes.Length - done);
            array.Bytes[..length].CopyTo(bytes.AsMemory(done));
        }

        return new OnnxArray(array.ElementType, [size, .. array.Shape.Skip(1)], bytes);
    }
}
