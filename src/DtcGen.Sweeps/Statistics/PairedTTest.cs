using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace DtcGen.Sweeps;

/// <summary>Student's t-test on pairs, two-sided: is the mean of the differences zero?</summary>
public static class PairedTTest
{
    /// <summary>
    /// The probability of differences at least this far from zero if there were none. Where all differences are
    /// equal it is 1 when they are zero and 0 when they are not.
    /// </summary>
    /// <param name="differences">One difference per pair, at least two.</param>
    public static double PValue(IReadOnlyList<double> differences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(differences.Count, 2);
        var mean = differences.Mean();
        var error = differences.StandardDeviation() / Math.Sqrt(differences.Count);
        if (error == 0)
        {
            return mean == 0 ? 1 : 0;
        }

        return 2 * StudentT.CDF(0, 1, differences.Count - 1, -Math.Abs(mean / error));
    }
}
