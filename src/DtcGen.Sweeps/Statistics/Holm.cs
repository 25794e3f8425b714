namespace DtcGen.Sweeps;

/// <summary>Holm's step-down correction for many comparisons: keeps the chance of even one false finding at the level asked for.</summary>
public static class Holm
{
    /// <summary>The corrected p-values, in the order given; compare them with the level directly.</summary>
    /// <param name="pValues">The uncorrected ones.</param>
    public static double[] Adjust(IReadOnlyList<double> pValues)
    {
        int[] order = [.. Enumerable.Range(0, pValues.Count).OrderBy(i => pValues[i])];
        var adjusted = new double[pValues.Count];
        double largest = 0;
        for (var rank = 0; rank < order.Length; rank++)
        {
            largest = Math.Max(largest, Math.Min(1, (order.Length - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = largest;
        }

        return adjusted;
    }
}
