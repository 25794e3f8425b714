using System.Globalization;

namespace DtcGen.Samples.InferenceApp.Tests;

/// <summary>Reads Prometheus' text format.</summary>
internal static class MetricText
{
    /// <summary>The sum of the samples of a metric that have all of these labels; null when there is none.</summary>
    public static double? Value(string text, string name, params string[] labels)
    {
        double[] values = [.. text.Split('\n')
            .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal)
                && labels.All(label => line.Contains(label, StringComparison.Ordinal)))
            .Select(line => double.Parse(line[(line.LastIndexOf('}') + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture))];
        return values.Length == 0 ? null : values.Sum();
    }
}
