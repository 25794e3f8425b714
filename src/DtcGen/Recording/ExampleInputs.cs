using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Makes other inputs out of an example.</summary>
internal static class ExampleInputs
{
    /// <summary>Inputs of the same sizes with other entries, each of which stood in the example or, for real numbers, near.</summary>
    public static Tensor[] Vary(IReadOnlyList<Tensor> inputs) => [.. inputs.Select(Vary)];

    /// <summary>Inputs with one sample more, where the first dimension is the batch's.</summary>
    public static Tensor[] Grow(IReadOnlyList<Tensor> inputs)
    {
        var batch = inputs.FirstOrDefault(static input => input.ndim > 0)?.shape[0];
        return [.. inputs.Select(input => input.ndim > 0 && input.shape[0] == batch ? cat([input, input.narrow(0, 0, 1)]) : input)];
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
