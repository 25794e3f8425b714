using DtcGen.Compressibility;

namespace DtcGen.Samples;

/// <summary>One network's weights after the threshold, in result.json.</summary>
/// <param name="Weights">How many there are.</param>
/// <param name="NonZeros">How many are not zero.</param>
/// <param name="Sparsity">The share that is zero.</param>
/// <param name="BitsPerWeight">The entropy of the quantised weights, zeros included.</param>
/// <param name="BitsPerNonZero">The entropy of those that are not zero.</param>
/// <param name="DeflateBytes">The quantised weights' size after DEFLATE.</param>
/// <param name="EntropyBytes">Their size by the entropy, which no code for independent weights is below.</param>
/// <param name="Accuracy">The accuracy on the test set after the threshold, not quantised.</param>
public sealed record WeightsResult(
    long Weights,
    long NonZeros,
    double Sparsity,
    double BitsPerWeight,
    double BitsPerNonZero,
    long DeflateBytes,
    long EntropyBytes,
    double Accuracy)
{
    internal static WeightsResult From(WeightCompression weights, double accuracy) => new(
        weights.Weights,
        weights.NonZeros,
        weights.Sparsity,
        weights.BitsPerWeight,
        weights.BitsPerNonZero,
        weights.DeflateBytes,
        weights.EntropyBytes,
        accuracy);
}
