using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Makes other inputs out of an example.</summary>
internal static class ExampleInputs
{
    /// <summary>Inputs of the same sizes with other entries, each of which stood in the example or, for real numbers, near.</summary>
    public static Tensor[] Vary(IReadOnlyList<Tensor> inputs) => [.. inputs.Select(Vary)];

    /// <summary>
    /// The first sample alone, where the first dimension is the batch's: what treats a size of 1 otherwise shows with
    /// it.
    /// </summary>
    public static Tensor[] First(IReadOnlyList<Tensor> inputs)
    {
        var batch = Batch(inputs);
        return [.. inputs.Select(input => input.ndim == 0 || input.shape[0] != batch ? input : input.narrow(0, 0, 1).clone())];
    }

    /// <summary>Inputs with another number of samples, where the first dimension is the batch's.</summary>
    public static Tensor[] Resize(IReadOnlyList<Tensor> inputs)
    {
        var batch = Batch(inputs);
        if (batch == 0)
        {
            return [.. inputs];
        }

        using var samples = arange(OtherBatch(batch), ScalarType.Int64).remainder_(batch);
        return [.. inputs.Select(input => input.ndim > 0 && input.shape[0] == batch
            ? input.index_select(0, samples.to(input.device))
            : input)];
    }

    /// <summary>
    /// The number of samples to record with after <paramref name="batch"/>: the fewest that cannot go the same way by chance. Not 1,
    /// which is tried by itself (<see cref="First"/>); with no divisor that both have, so that no remainder is the same;
    /// and at most half or at least twice as many, so that neither is a quotient.
    /// </summary>
    public static long OtherBatch(long batch)
    {
        for (var other = 2L; ; other++)
        {
            if ((other <= batch / 2 || other >= 2 * batch) && BigInteger.GreatestCommonDivisor(other, batch) == 1)
            {
                return other;
            }
        }
    }

    /// <summary>Inputs that are larger in some dimensions: twice, three times and so on, so that they can be told apart.</summary>
    public static Tensor[] Stretch(Tensor[] inputs, IReadOnlyList<(int Input, int Dimension)> open)
    {
        var stretched = inputs.ToArray();
        for (var i = 0; i < open.Count; i++)
        {
            var (input, dimension) = open[i];
            stretched[input] = cat([.. Enumerable.Repeat(stretched[input], i + 2)], dimension);
        }

        return stretched;
    }

    private static long Batch(IReadOnlyList<Tensor> inputs) => inputs.FirstOrDefault(static input => input.ndim > 0)?.shape[0] ?? 0;

    private static Tensor Vary(Tensor input)
    {
        if (input.ndim == 0)
        {
            return input.clone();
        }

        var turned = input.flip([.. Enumerable.Range(0, (int)input.ndim).Select(static d => (long)d)]);
        if (!input.is_floating_point())
        {
            return turned;
        }

        // Of the other sign, where there are both: what asks for the sign goes another way.
        using var least = turned.to(ScalarType.Float64).min();
        return ((turned * (least.item<double>() < 0 ? -0.75 : 0.75)) + 0.01).to(input.dtype);
    }
}
