namespace DtcGen.Samples.InferenceApp;

/// <summary>The bounds of latency histograms: small models answer in fractions of a millisecond.</summary>
internal static class LatencyBuckets
{
    public static IReadOnlyList<double> Seconds { get; } = [
        0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    ];
}
