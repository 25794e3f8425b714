namespace DtcGen.Samples.Paper;

/// <summary>Repeats over initialisation, measurement matrix and batch order, and what they say.</summary>
internal sealed record RepeatsSection
{
    /// <summary>The seed of each repeat. The first is the published one, with the published batch order.</summary>
    public required long[] Seeds { get; init; }

    /// <summary>For each method the accuracy by repeat and cycle.</summary>
    public required Dictionary<string, double[][]> Accuracy { get; init; }

    /// <summary>For each method the mean accuracy per cycle.</summary>
    public required Dictionary<string, double[]> Mean { get; init; }

    /// <summary>For each method the lower end of the 95 % confidence band per cycle.</summary>
    public required Dictionary<string, double[]> Lower95 { get; init; }

    /// <summary>For each method the upper end of the 95 % confidence band per cycle.</summary>
    public required Dictionary<string, double[]> Upper95 { get; init; }

    /// <summary>One sentence per cycle, then one on the whole curve.</summary>
    public required string[] Findings { get; init; }
}
