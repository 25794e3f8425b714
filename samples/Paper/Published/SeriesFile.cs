using System.Text.Json.Serialization;

namespace DtcGen.Samples.Paper;

/// <summary>
/// The paper's series, cycle by cycle, published or ours: the content of series.json. A number that is not defined
/// for a cycle is null.
/// </summary>
internal sealed record SeriesFile
{
    /// <summary>Where the numbers are from.</summary>
    public required string Source { get; init; }

    /// <summary>The reading of the method that they were made with; absent in the published file.</summary>
    public string? Variant { get; init; }

    /// <summary>Neurons left after each cycle.</summary>
    public required int[] NeuronsKept { get; init; }

    /// <summary>Share of the neurons removed after each cycle.</summary>
    public required double[] Sparsity { get; init; }

    /// <summary>For each method, the accuracy right after each clip.</summary>
    public required Dictionary<string, double[]> Accuracy { get; init; }

    /// <summary>The accuracy smoothed by LOWESS over the sparsity (frac 0.3, 3 robustifying iterations).</summary>
    [JsonPropertyName("accuracy_lowess_frac_0_3")]
    public required Dictionary<string, double[]> SmoothedAccuracy { get; init; }

    /// <summary>Measurements per weight ray at each clip.</summary>
    public required int[] MeasurementsPerRay { get; init; }

    /// <summary>Gibbs entropy of the next layer's measurements, in nats.</summary>
    public required double?[] GibbsEntropyNextNats { get; init; }

    /// <summary>Gibbs entropy of the previous layer's measurements, in bits; not in the published file.</summary>
    public double?[]? GibbsEntropyPreviousBits { get; init; }

    /// <summary>Mean absolute value of the two rays' summed scores, divided by the number of neurons before the clip.</summary>
    public required double?[] WeightRayAbsMeanOverSize { get; init; }

    /// <summary>Pearson correlations of smoothed accuracy with the next layer's entropy.</summary>
    public required Dictionary<string, double?> Pearson { get; init; }

    /// <summary>All repeats and what they say, when there was more than one; absent in the published file.</summary>
    public RepeatsSection? Repeats { get; init; }
}
