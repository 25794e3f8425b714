namespace DtcGen.Samples.Paper;

/// <summary>What repeats say: a mean with its band per method and cycle, and which methods differ.</summary>
internal sealed class MethodStatistics
{
    private MethodStatistics(
        IReadOnlyDictionary<PaperMethod, ConfidenceBand[]> bands,
        IReadOnlyDictionary<PaperMethod, ConfidenceBand> overall,
        IReadOnlyList<Comparison> byCycle,
        IReadOnlyList<Comparison> wholeCurve)
    {
        Bands = bands;
        Overall = overall;
        ByCycle = byCycle;
        WholeCurve = wholeCurve;
    }

    /// <summary>For each method, one band of the accuracy per cycle.</summary>
    public IReadOnlyDictionary<PaperMethod, ConfidenceBand[]> Bands { get; }

    /// <summary>For each method, the band of the accuracy averaged over all cycles.</summary>
    public IReadOnlyDictionary<PaperMethod, ConfidenceBand> Overall { get; }

    /// <summary>Every pair of methods at every cycle, corrected together.</summary>
    public IReadOnlyList<Comparison> ByCycle { get; }

    /// <summary>Every pair of methods by their accuracy averaged over all cycles, corrected together.</summary>
    public IReadOnlyList<Comparison> WholeCurve { get; }

    /// <summary>Computes them.</summary>
    /// <param name="accuracy">For each method the accuracies by repeat and cycle; repeat i of every method had the same seed.</param>
    public static MethodStatistics Of(IReadOnlyDictionary<PaperMethod, double[][]> accuracy)
    {
        PaperMethod[] methods = [.. accuracy.Keys.Order()];
        var cycles = accuracy[methods[0]][0].Length;

        var byCycle = new List<Comparison>();
        var wholeCurve = new List<Comparison>();
        foreach (var (first, second) in Pairs(methods))
        {
            var a = accuracy[first];
            var b = accuracy[second];
            for (var cycle = 0; cycle < cycles; cycle++)
            {
                byCycle.Add(Compare(first, second, cycle, [.. a.Zip(b, (x, y) => x[cycle] - y[cycle])]));
            }

            wholeCurve.Add(Compare(first, second, null, [.. a.Zip(b, (x, y) => x.Average() - y.Average())]));
        }

        return new MethodStatistics(
            methods.ToDictionary(
                m => m, m => Enumerable.Range(0, cycles).Select(c => ConfidenceBand.Of([.. accuracy[m].Select(r => r[c])])).ToArray()),
            methods.ToDictionary(m => m, m => ConfidenceBand.Of([.. accuracy[m].Select(r => r.Average())])),
            Correct(byCycle),
            Correct(wholeCurve));
    }

    private static Comparison Compare(PaperMethod first, PaperMethod second, int? cycle, double[] differences)
        => new(first, second, cycle, ConfidenceBand.Of(differences), PairedTTest.PValue(differences));

    private static List<Comparison> Correct(List<Comparison> comparisons)
    {
        var adjusted = Holm.Adjust([.. comparisons.Select(c => c.PValue)]);
        return [.. comparisons.Select((c, i) => c with { PValue = adjusted[i] })];
    }

    private static IEnumerable<(PaperMethod First, PaperMethod Second)> Pairs(PaperMethod[] methods)
        => from i in Enumerable.Range(0, methods.Length)
           from j in Enumerable.Range(i + 1, methods.Length - i - 1)
           select (methods[j], methods[i]);
}
