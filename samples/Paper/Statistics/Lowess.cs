namespace DtcGen.Samples.Paper;

/// <summary>
/// Locally weighted linear regression with robustifying iterations (Cleveland 1979), with the conventions of
/// statsmodels' <c>lowess</c>: neighbourhoods of (int)(share·n + 1e-10) points, tricube weights, bisquare
/// robustness weights on residuals over six times their median.
/// </summary>
internal static class Lowess
{
    /// <summary>The share of points in a neighbourhood in the published figures.</summary>
    public const double DefaultShare = 0.3;

    /// <summary>How often the published figures reweight by residuals.</summary>
    public const int DefaultIterations = 3;

    /// <summary>The smoothed value at each point.</summary>
    /// <param name="x">Where the points are, ascending.</param>
    /// <param name="y">Their values.</param>
    /// <param name="share">The share of all points that makes a neighbourhood, in (0, 1].</param>
    /// <param name="iterations">How often to fit again with less weight on outliers.</param>
    /// <exception cref="ArgumentException">The series differ in length, or x is not ascending.</exception>
    public static double[] Smooth(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, double share = DefaultShare, int iterations = DefaultIterations)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"{x.Length} places and {y.Length} values do not match.", nameof(y));
        }

        if (!(share > 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must lie in (0, 1].");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(iterations);
        for (var i = 1; i < x.Length; i++)
        {
            if (!(x[i] >= x[i - 1]))
            {
                throw new ArgumentException("The places must ascend.", nameof(x));
            }
        }

        var neighbours = Math.Clamp((int)((share * x.Length) + 1e-10), Math.Min(2, x.Length), x.Length);
        var robustness = new double[x.Length];
        Array.Fill(robustness, 1);
        var smooth = new double[x.Length];
        for (var pass = 0; pass <= iterations; pass++)
        {
            Fit(x, y, neighbours, robustness, smooth);
            if (pass < iterations && !TryReweight(y, smooth, robustness))
            {
                break;
            }
        }

        return smooth;
    }

    private static void Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int neighbours, double[] robustness, double[] smooth)
    {
        var left = 0;
        for (var i = 0; i < x.Length; i++)
        {
            while (left + neighbours < x.Length && x[i] > (x[left] + x[left + neighbours]) / 2)
            {
                left++;
            }

            var right = left + neighbours;
            var radius = Math.Max(x[i] - x[left], x[right - 1] - x[i]);
            smooth[i] = FitAt(x[i], x[left..right], y[left..right], robustness.AsSpan(left, neighbours), radius) ?? y[i];
        }
    }

    /// <summary>The weighted regression line's value at a place; null when no point has weight.</summary>
    private static double? FitAt(
        double place, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> robustness, double radius)
    {
        var weights = x.Length <= 256 ? stackalloc double[x.Length] : new double[x.Length];
        double total = 0;
        for (var j = 0; j < x.Length; j++)
        {
            var distance = Math.Abs(x[j] - place);
            weights[j] = robustness[j] * (distance <= 0.001 * radius ? 1 : distance < 0.999 * radius ? Tricube(distance / radius) : 0);
            total += weights[j];
        }

        if (!(total > 0))
        {
            return null;
        }

        double mean = 0;
        for (var j = 0; j < x.Length; j++)
        {
            weights[j] /= total;
            mean += weights[j] * x[j];
        }

        double spread = 0;
        for (var j = 0; j < x.Length; j++)
        {
            spread += weights[j] * (x[j] - mean) * (x[j] - mean);
        }

        double value = 0;
        for (var j = 0; j < x.Length; j++)
        {
            var slope = spread > 0 ? (place - mean) * (x[j] - mean) / spread : 0;
            value += weights[j] * (1 + slope) * y[j];
        }

        return value;
    }

    /// <summary>False when most points are met exactly: weights from rounding errors would mean nothing.</summary>
    private static bool TryReweight(ReadOnlySpan<double> y, double[] smooth, double[] robustness)
    {
        var residuals = new double[y.Length];
        for (var i = 0; i < y.Length; i++)
        {
            residuals[i] = Math.Abs(y[i] - smooth[i]);
        }

        var sorted = (double[])residuals.Clone();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        var median = sorted.Length == 0 ? 0 : sorted.Length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
        double largest = 0;
        foreach (var value in y)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        if (!(median > 1e-13 * largest))
        {
            return false;
        }

        for (var i = 0; i < y.Length; i++)
        {
            var scaled = residuals[i] / (6 * median);
            var square = 1 - (scaled * scaled);
            robustness[i] = scaled <= 0.001 ? 1 : scaled < 0.999 ? square * square : 0;
        }

        return true;
    }

    private static double Tricube(double share)
    {
        var cube = 1 - (share * share * share);
        return cube * cube * cube;
    }
}
