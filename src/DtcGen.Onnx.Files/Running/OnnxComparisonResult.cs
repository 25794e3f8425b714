using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>How two model files compare on the same inputs.</summary>
/// <param name="Samples">How many samples went through both.</param>
/// <param name="MaxAbsDifference">The largest |a − b| over all entries of all outputs; NaN when one side has a NaN, or without
/// samples.</param>
/// <param name="MaxRelDifference">The largest |a − b| / max(|a|, |b|); NaN when one side has a NaN, or without samples.</param>
/// <param name="ArgmaxAgreement">The share of samples with their largest entry at the same place, as
/// <see cref="OnnxParityResult.ArgmaxAgreement"/>.</param>
/// <param name="DenseAccuracy">The share of samples whose largest score is their class's in the first file; null without labels
/// or samples.</param>
/// <param name="PrunedAccuracy">The same in the second file.</param>
public sealed record OnnxComparisonResult(
    long Samples, double MaxAbsDifference, double MaxRelDifference, double ArgmaxAgreement, double? DenseAccuracy, double? PrunedAccuracy)
{
    /// <summary>Whether the inputs of both files have the same names, so that they were given by these; else by their places.</summary>
    public bool InputsByName { get; init; }

    /// <summary>Whether the outputs of both files have the same names, so that they were compared by these; else by their places.</summary>
    public bool OutputsByName { get; init; }

    /// <summary>The result as a sentence.</summary>
    public override string ToString() => Samples == 0
        ? "0 samples: nothing was compared."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Samples:N0} samples: the largest difference is {MaxAbsDifference:0.0e0}, relative {MaxRelDifference:0.0e0}{(DenseAccuracy is { } dense && PrunedAccuracy is { } pruned ? $"; the accuracy {dense:0.####} and {pruned:0.####}" : string.Empty)}.");
}
