namespace DtcGen.Samples.Paper;

/// <summary>The paper's Table 1, every cycle of it: smoothed accuracy as published, ours, and the difference.</summary>
internal static class Table1
{
    /// <summary>The rows, as many as both series have.</summary>
    /// <param name="ours">Our series.</param>
    /// <param name="published">The published ones.</param>
    /// <param name="methods">The methods to show.</param>
    public static IEnumerable<Table1Row> Rows(SeriesFile ours, SeriesFile published, IReadOnlyList<PaperMethod> methods)
        => Enumerable.Range(0, Math.Min(ours.NeuronsKept.Length, published.NeuronsKept.Length)).Select(cycle => new Table1Row(
            ours.Sparsity[cycle],
            ours.NeuronsKept[cycle],
            [.. methods.Select(m => (published.SmoothedAccuracy[m.Key()][cycle], ours.SmoothedAccuracy[m.Key()][cycle]))]));
}
