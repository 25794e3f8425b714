namespace DtcGen.Onnx;

/// <summary>How well a model and its ONNX form agree.</summary>
/// <param name="Samples">How many samples went through both.</param>
/// <param name="MaxAbsDifference">The largest |a − b| over all entries of all outputs; NaN when one side has a NaN.</param>
/// <param name="MaxRelDifference">The largest |a − b| / max(|a|, |b|), 0 where both are 0; NaN when one side has a NaN.</param>
/// <param name="ArgmaxAgreement">
/// The share of samples (and of positions, when an output has more than two dimensions) where both have their largest entry
/// along dimension 1 at the same place; where one side has several equally large, any of them agrees. NaN when no
/// output has more than one entry there.
/// </param>
/// <param name="Tolerance">What <paramref name="MaxAbsDifference"/> may be.</param>
public sealed record OnnxParityResult(
    long Samples, double MaxAbsDifference, double MaxRelDifference, double ArgmaxAgreement, double Tolerance)
{
    /// <summary>Whether something was compared and nothing differs by more than the tolerance. NaN does not pass.</summary>
    public bool Passed => Samples > 0 && MaxAbsDifference <= Tolerance;
}
