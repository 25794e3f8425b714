using static TorchSharp.torch;

namespace TorchSharp.Managed.Tests.Goldens;

/// <summary>Compares tensors with stored ones: type, shape, and every element.</summary>
internal static class GoldenComparison
{
    /// <summary>
    /// The largest difference allowed, relative to the largest magnitude of the tensor (at least 1). Single precision:
    /// 16 units in the last place for sums of the sizes here. Double precision: 1e-12, below which no wrong formula hides.
    /// </summary>
    internal static double Tolerance(ScalarType type, string operation = "") => type switch
    {
        // Fifty steps one after the other, and still no more than that.
        ScalarType.Float32 when operation is "SGD" or "Adam" or "AdamW" or "RMSProp" => 1e-6,
        ScalarType.Float32 => 2e-6,

        // PyTorch multiplies the gradient of a double by 1/6 rounded to single precision.
        ScalarType.Float64 when operation == "hardsigmoid" => 1e-7,
        ScalarType.Float64 => 1e-12,
        _ => 0,
    };

    /// <summary>Null if they agree; else what differs.</summary>
    internal static string? Difference(Tensor actual, GoldenTensor stored, ScalarType type, string operation)
    {
        ScalarType expected = stored.Code switch { 'd' => type, 'f' => ScalarType.Float32, 'l' => ScalarType.Int64, 'i' => ScalarType.Int32, _ => ScalarType.Bool };
        if (actual.dtype != expected)
        {
            return $"is {actual.dtype}, PyTorch's is {expected}";
        }

        return actual.shape.SequenceEqual(stored.Shape)
            ? Difference(Numbers(actual), GoldenFile.Numbers(stored), Tolerance(expected, operation))
            : $"has shape [{string.Join(", ", actual.shape)}], PyTorch's [{string.Join(", ", stored.Shape)}]";
    }

    internal static string? Difference(double[] actual, double[] expected, double tolerance)
    {
        double largest = expected.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        double allowed = tolerance * Math.Max(1, largest);
        for (int k = 0; k < expected.Length; k++)
        {
            bool same = actual[k].Equals(expected[k]) || Math.Abs(actual[k] - expected[k]) <= allowed;
            if (!same)
            {
                return $"differs at element {k}: {actual[k]:R}, PyTorch's {expected[k]:R}, allowed {allowed:G3}";
            }
        }

        return null;
    }

    private static double[] Numbers(Tensor tensor)
    {
        using Tensor numbers = tensor.detach().to_type(ScalarType.Float64).contiguous();
        return numbers.data<double>().ToArray();
    }
}
