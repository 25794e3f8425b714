using System.Globalization;

namespace DtcGen.Samples.Paper;

/// <summary>Says in plain words which methods can be told apart.</summary>
internal static class Sentences
{
    /// <summary>One sentence for each cycle, in order.</summary>
    /// <param name="statistics">The comparisons.</param>
    /// <param name="neurons">The neurons left after each cycle.</param>
    /// <param name="sparsity">The share of neurons removed after each cycle.</param>
    public static IReadOnlyList<string> ByCycle(MethodStatistics statistics, IReadOnlyList<int> neurons, IReadOnlyList<double> sparsity) =>
    [
        .. statistics.ByCycle.GroupBy(c => c.Cycle!.Value).OrderBy(g => g.Key).Select(g => string.Create(
            CultureInfo.InvariantCulture, $"Sparsity {sparsity[g.Key]:0.000} ({neurons[g.Key]} neurons): {Describe([.. g])}.")),
    ];

    /// <summary>One sentence on the accuracy averaged over all cycles.</summary>
    /// <param name="statistics">The comparisons.</param>
    public static string WholeCurve(MethodStatistics statistics) => $"Averaged over all cycles: {Describe(statistics.WholeCurve)}.";

    private static string Describe(IReadOnlyList<Comparison> comparisons)
    {
        string[] found = [.. comparisons.Where(c => c.IsSignificant).Select(Found)];
        if (found.Length == 0)
        {
            return comparisons.Count == 1
                ? $"{comparisons[0].First.DisplayName()} and {comparisons[0].Second.DisplayName()} cannot be told apart"
                : "the methods cannot be told apart";
        }

        string[] open = [.. comparisons.Where(c => !c.IsSignificant).Select(c => $"{c.First.DisplayName()} and {c.Second.DisplayName()}")];
        var rest = open.Length == 0 ? string.Empty : $"; not told apart: {string.Join(", ", open)}";
        return string.Join(", ", found) + rest;
    }

    private static string Found(Comparison c)
    {
        var p = c.PValue < 0.0001 ? "p < 0.0001" : string.Create(CultureInfo.InvariantCulture, $"p = {c.PValue:0.0000}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{c.Better.DisplayName()} beats {c.Worse.DisplayName()} by {Math.Abs(c.Difference.Mean):0.0000} ({p})");
    }
}
