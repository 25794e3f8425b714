using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>How well a model and its ONNX form agree.</summary>
/// <param name="Samples">How many samples went through both.</param>
/// <param name="MaxAbsDifference">The largest |a − b| over all entries of all outputs; NaN when one side has a NaN, or when there
/// are no samples.</param>
/// <param name="MaxRelDifference">The largest |a − b| / max(|a|, |b|), 0 where both are 0; NaN when one side has a NaN, or when
/// there are no samples.</param>
/// <param name="ArgmaxAgreement">
/// The share of samples (and of positions, when an output has more than two dimensions) where both have their largest entry
/// along dimension 1 at the same place; where one side has several equally large, any of them agrees. NaN when no
/// output has more than one entry there.
/// </param>
/// <param name="Tolerance">What <paramref name="MaxAbsDifference"/> may be: as asked for, or by <see cref="ElementType"/>.</param>
public sealed record OnnxParityResult(
    long Samples, double MaxAbsDifference, double MaxRelDifference, double ArgmaxAgreement, double Tolerance)
{
    private const double Roundings = 16;

    /// <summary>
    /// The coarsest floating-point type among what went in and what came out of either side; null where there is none. Where no
    /// tolerance is asked for, it decides it: 1e-4 for float; for float16 and bfloat16 16 times the type's epsilon (2⁻¹⁰, 2⁻⁷), for
    /// double 16 times float's (2⁻²³, since the format keeps the numbers of an operator's settings in float), times the largest
    /// magnitude that the model returned where that is above 1.
    /// </summary>
    public OnnxElementType? ElementType { get; init; }

    /// <summary>Whether something was compared and nothing differs by more than the tolerance. NaN does not pass.</summary>
    public bool Passed => Samples > 0 && MaxAbsDifference <= Tolerance;

    /// <summary>The result as a sentence.</summary>
    public override string ToString() => Samples == 0
        ? "0 samples: nothing was compared."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Samples:N0} samples {(Passed ? "passed" : "FAILED")}: the largest difference is {MaxAbsDifference:0.0e0}, the tolerance {Tolerance:0.0e0}{(ElementType is { } type ? $" in {type}" : string.Empty)}{(double.IsNaN(ArgmaxAgreement) ? string.Empty : $"; the largest entry is at the same place in {ArgmaxAgreement * 100:0.##} %")}.");

    /// <summary>The tolerance where none is asked for.</summary>
    internal static double DefaultTolerance(OnnxElementType? type, double largest) => type switch
    {
        OnnxElementType.Float16 or OnnxElementType.BFloat16 => Roundings * type.Value.Epsilon() * Math.Max(1, largest),
        OnnxElementType.Double => Roundings * OnnxElementType.Float.Epsilon() * Math.Max(1, largest),
        _ => 1e-4,
    };
}
