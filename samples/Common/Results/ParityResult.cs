using DtcGen.Onnx;

namespace DtcGen.Samples;

/// <summary>Whether the ONNX files compute what their models compute: the worse of the two files.</summary>
/// <param name="Samples">How many test images each file was run on.</param>
/// <param name="MaxAbsDifference">The largest difference between two outputs.</param>
/// <param name="ArgmaxAgreement">The share of the images where the model and the file choose the same class.</param>
/// <param name="Tolerance">The largest difference allowed.</param>
/// <param name="Passed">Whether both files are within it and always choose the same class.</param>
public sealed record ParityResult(long Samples, double MaxAbsDifference, double ArgmaxAgreement, double Tolerance, bool Passed)
{
    /// <summary>The largest difference that passes.</summary>
    internal const double AllowedDifference = 1e-4;

    internal static ParityResult From(OnnxParityResult parity) => new(
        parity.Samples, parity.MaxAbsDifference, parity.ArgmaxAgreement, parity.Tolerance, parity.Passed && parity.ArgmaxAgreement == 1);

    /// <summary>The worse of two comparisons, value by value.</summary>
    internal static ParityResult Worse(ParityResult a, ParityResult b) => new(
        Math.Min(a.Samples, b.Samples),
        Math.Max(a.MaxAbsDifference, b.MaxAbsDifference),
        Math.Min(a.ArgmaxAgreement, b.ArgmaxAgreement),
        Math.Min(a.Tolerance, b.Tolerance),
        a.Passed && b.Passed);
}
