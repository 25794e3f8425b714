using DtcGen.Tomography;

namespace DtcGen.Tests.Tomography;

/// <summary>
/// Recomputes a certificate by plain loops over Θ and y, and holds the solver to it. Shares no code with the
/// solver.
/// </summary>
internal static class LassoOracle
{
    public static double Primal(double[,] theta, double[] y, double lambda, double[] s)
    {
        double squares = 0, magnitudes = 0;
        for (var i = 0; i < theta.GetLength(0); i++)
        {
            var residual = y[i];
            for (var j = 0; j < theta.GetLength(1); j++)
            {
                residual -= theta[i, j] * s[j];
            }

            squares += residual * residual;
        }

        foreach (var value in s)
        {
            magnitudes += Math.Abs(value);
        }

        return squares + (lambda * magnitudes);
    }

    public static double Dual(double[] y, double[] nu)
    {
        double value = 0;
        for (var i = 0; i < y.Length; i++)
        {
            value += (nu[i] * y[i]) - (nu[i] * nu[i] / 4);
        }

        return value;
    }

    /// <summary>‖Θᵀν‖∞.</summary>
    public static double Steepest(double[,] theta, double[] nu)
    {
        double largest = 0;
        for (var j = 0; j < theta.GetLength(1); j++)
        {
            double product = 0;
            for (var i = 0; i < theta.GetLength(0); i++)
            {
                product += theta[i, j] * nu[i];
            }

            largest = Math.Max(largest, Math.Abs(product));
        }

        return largest;
    }

    /// <summary>max over columns of Σ|Θ[i,j]·ν[i]|, of which Θᵀν can lose sixteen digits.</summary>
    private static double SteepestTerms(double[,] theta, double[] nu) => Enumerable.Range(0, theta.GetLength(1))
        .Max(j => Enumerable.Range(0, nu.Length).Sum(i => Math.Abs(theta[i, j] * nu[i])));

    /// <summary>The largest violation of the subgradient conditions at s, over Λ.</summary>
    public static double SubgradientViolation(double[,] theta, double[] y, double lambda, double[] s)
    {
        double worst = 0;
        var residual = (double[])y.Clone();
        for (var i = 0; i < residual.Length; i++)
        {
            for (var j = 0; j < s.Length; j++)
            {
                residual[i] -= theta[i, j] * s[j];
            }
        }

        for (var j = 0; j < s.Length; j++)
        {
            double slope = 0;
            for (var i = 0; i < residual.Length; i++)
            {
                slope += 2 * theta[i, j] * residual[i];
            }

            var violation = s[j] == 0 ? Math.Max(0, Math.Abs(slope) - lambda) : Math.Abs(slope - (lambda * Math.Sign(s[j])));
            worst = Math.Max(worst, violation / lambda);
        }

        return worst;
    }

    /// <summary>
    /// Whatever the status: the certificate must say what is so. Solved: the gap is within 1e-9 of the
    /// objective (or of its rounding floor), the dual point is feasible. Failed: everything is NaN.
    /// </summary>
    public static void Check(double[,] theta, double[] y, double lambda, LassoResult result)
    {
        var certificate = result.Certificate;
        Assert.Equal(theta.GetLength(1), result.Solution.Length);
        if (certificate.Status == LassoStatus.Failed)
        {
            Assert.All(result.Solution, value => Assert.True(double.IsNaN(value)));
            Assert.True(double.IsNaN(certificate.Primal) && double.IsNaN(certificate.Dual) && double.IsNaN(certificate.RelativeGap));
            return;
        }

        Assert.All(result.Solution, value => Assert.True(double.IsFinite(value)));
        var scale = y.Sum(value => value * value);
        var primal = Primal(theta, y, lambda, result.Solution);
        var dual = Dual(y, certificate.DualPoint);
        AssertNear(primal, certificate.Primal, scale);
        AssertNear(dual, certificate.Dual, scale);
        var steepest = Steepest(theta, certificate.DualPoint);
        var rounding = (1e-14 * SteepestTerms(theta, certificate.DualPoint)) + (lambda == 0 ? 1e-9 * Steepest(theta, y) : 0);
        Assert.True(steepest <= (lambda * (1 + 1e-12)) + rounding, $"The dual point is not feasible: {steepest} > {lambda}.");
        if (certificate.Status == LassoStatus.Solved)
        {
            var allowed = 1e-9 * Math.Max(primal, 1e-15 * scale);
            Assert.True(primal - dual <= allowed * (1 + 1e-3) + (1e-14 * primal), $"The gap is {primal - dual}, allowed {allowed}.");
        }
    }

    private static void AssertNear(double expected, double actual, double scale)
        => Assert.True(
            Math.Abs(expected - actual) <= (1e-11 * Math.Abs(expected)) + (1e-25 * scale),
            $"The oracle computes {expected:R}, the certificate says {actual:R}.");
}
