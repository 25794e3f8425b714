namespace DtcGen.Onnx;

/// <summary>How long runs took, in milliseconds.</summary>
/// <param name="Median">Half of the runs took at most this long.</param>
/// <param name="Percentile95">95 % of the runs took at most this long (nearest rank).</param>
/// <param name="Runs">How many runs were timed.</param>
public sealed record OnnxLatencyResult(double Median, double Percentile95, int Runs)
{
    internal static OnnxLatencyResult Of(IReadOnlyCollection<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new OnnxLatencyResult(median, sorted[(int)Math.Ceiling(0.95 * sorted.Length) - 1], sorted.Length);
    }
}
