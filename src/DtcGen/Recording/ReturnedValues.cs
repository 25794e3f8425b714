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
            : left.Zip(right).Any(static pair => !TensorEntries.AreClose(pair.Second, pair.First, Tolerance)) ? "it returns other numbers"
            : null;
    }
}
