using System.Globalization;
using DtcGen.Cli.Report;
using DtcGen.Onnx;
using DtcGen.Reports;

namespace DtcGen.Cli.Compare;

/// <summary>What a comparison must keep to; null is no limit.</summary>
/// <param name="MaxDifference">The largest difference between two outputs.</param>
/// <param name="MinAgreement">The smallest argmax agreement.</param>
/// <param name="MaxAccuracyDrop">How much lower the pruned model's accuracy may be.</param>
internal sealed record CompareLimits(double? MaxDifference, double? MinAgreement, double? MaxAccuracyDrop)
{
    /// <summary>What is not kept to, in words. NaN keeps to nothing.</summary>
    /// <param name="outputs">What was measured.</param>
    public IEnumerable<string> Broken(OnnxComparisonResult outputs)
    {
        if (MaxDifference is { } difference && !(outputs.MaxAbsDifference <= difference))
        {
            yield return $"the outputs differ by {Number(outputs.MaxAbsDifference)}, and --max-difference allows {Number(difference)}";
        }

        if (MinAgreement is { } agreement && !(outputs.ArgmaxAgreement >= agreement))
        {
            yield return $"the argmax agrees in {Quantity.Percent(outputs.ArgmaxAgreement)} of the samples, and --min-agreement wants {Quantity.Percent(agreement)}";
        }

        if (MaxAccuracyDrop is { } drop && !(outputs.DenseAccuracy - outputs.PrunedAccuracy <= drop))
        {
            yield return $"the accuracy falls from {Format.Fixed(outputs.DenseAccuracy)} to {Format.Fixed(outputs.PrunedAccuracy)}, and --max-accuracy-drop allows {Number(drop)}";
        }
    }

    private static string Number(double value) => value.ToString("0.###e0", CultureInfo.InvariantCulture);
}
