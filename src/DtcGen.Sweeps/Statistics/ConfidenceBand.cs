using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace DtcGen.Sweeps;

/// <summary>A mean with the interval that covers the true mean in 95 of 100 such experiments (Student's t).</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Lower">The lower end, NaN when there are fewer than two values.</param>
/// <param name="Upper">The upper end, NaN when there are fewer than two values.</param>
public readonly record struct ConfidenceBand(double Mean, double Lower, double Upper)
{
    private const double Coverage = 0.95;

    /// <summary>The band of some values, taken as independent and roughly normal.</summary>
    /// <param name="values">At least one value. Where one is not finite, the band is NaN.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no value.</exception>
    public static ConfidenceBand Of(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count);
        var mean = values.Mean();
        if (values.Count < 2)
        {
            return new ConfidenceBand(mean, double.NaN, double.NaN);
        }

        var t = StudentT.InvCDF(0, 1, values.Count - 1, 1 - ((1 - Coverage) / 2));
        var half = t * values.StandardDeviation() / Math.Sqrt(values.Count);
        return new ConfidenceBand(mean, mean - half, mean + half);
    }
}
