namespace DtcGen.Samples.Paper;

/// <summary>The paper's experiment, done.</summary>
/// <param name="Variant">The reading of the method.</param>
/// <param name="DataName">The data it ran on.</param>
/// <param name="StartNeurons">Neurons before the first clip.</param>
/// <param name="Series">Every method and repeat.</param>
internal sealed record PaperResult(PaperVariant Variant, string DataName, int StartNeurons, IReadOnlyList<MethodSeries> Series)
{
    /// <summary>The methods that were run, in the paper's order.</summary>
    public IReadOnlyList<PaperMethod> Methods { get; } = [.. Series.Select(s => s.Method).Distinct().Order()];

    /// <summary>The seed of each repeat.</summary>
    public IReadOnlyList<long> Seeds { get; } = [.. Series.OrderBy(s => s.Repeat).Select(s => s.Seed).Distinct()];

    /// <summary>The comparison of the methods over the repeats, or null when there is only one.</summary>
    public MethodStatistics? Statistics { get; } = Series.Any(s => s.Repeat > 0) ? MethodStatistics.Of(AccuracyOf(Series)) : null;

    /// <summary>The run with the published seed.</summary>
    /// <param name="method">One of <see cref="Methods"/>.</param>
    public MethodSeries First(PaperMethod method) => Series.First(s => s.Method == method && s.Repeat == 0);

    /// <summary>For each method the accuracy by repeat and cycle.</summary>
    public IReadOnlyDictionary<PaperMethod, double[][]> Accuracy() => AccuracyOf(Series);

    private static Dictionary<PaperMethod, double[][]> AccuracyOf(IReadOnlyList<MethodSeries> series)
        => series.GroupBy(s => s.Method).ToDictionary(
            g => g.Key,
            g => g.OrderBy(s => s.Repeat).Select(s => s.Cycles.Select(c => c.Accuracy).ToArray()).ToArray());
}
