using static TorchSharp.torch;

namespace DtcGen.Recording;

/// <summary>Compares what two runs of one forward returned.</summary>
internal static class ReturnedValues
{
    // The same functions of the same numbers: only the order of sums may differ from run to run.
    private const double Tolerance = 1e-4;

    /// <summary>How the second differs from the first, or null when it does not.</summary>
    public static string? Difference(IEnumerable<Tensor> first, IEnumerable<Tensor> second)
    {
        var (left, right) = (first.ToArray(), second.ToArray());
        return left.Length != right.Length || left.Zip(right).Any(static pair => !pair.First.shape.SequenceEqual(pair.Second.shape)
            || pair.First.dtype != pair.Second.dtype) ? "it returns tensors of other sizes or types"
            : left.Zip(right).Any(static pair => !IsClose(pair.First, pair.Second)) ? "it returns other numbers"
            : null;
    }

    private static bool IsClose(Tensor left, Tensor right)
    {
        if (left.numel() == 0)
        {
            return true;
        }

        using var scope = NewDisposeScope();
        if (!left.is_floating_point())
        {
            return left.equal(right).all().item<bool>();
        }

        var (one, other) = (left.to(ScalarType.Float64), right.to(ScalarType.Float64));
        var largest = one.nan_to_num(0, 0, 0).abs().max().item<double>();
        return one.isclose(other, Tolerance, Tolerance * largest, true).all().item<bool>();
    }
}
