using System.Diagnostics;
using DtcGen.Tomography;

namespace DtcGen.Benchmarks;

/// <summary>
/// The textbook alternating direction method of multipliers for the lasso (Boyd et al. 2011, section 6.4): one
/// factorisation of ΘΘᵀ + ρ, over-relaxation 1.6, and ρ balanced by the residuals. It uses the solver's own
/// products and factorisation, so that it is the method that is compared and not the arithmetic.
/// </summary>
internal sealed class AdmmBaseline
{
    private const double Relaxation = 1.6;
    private const int Check = 25;

    private readonly SensingMatrix _theta;
    private readonly double[] _y;
    private readonly double _lambda;
    private readonly int[] _all;

    public AdmmBaseline(SensingMatrix theta, double[] y, double lambda)
    {
        _theta = theta;
        _y = new double[theta.Stride];
        y.CopyTo(_y, 0);
        _lambda = lambda / 2;
        _all = [.. Enumerable.Range(0, theta.Columns)];
    }

    /// <summary>Iterates to a relative gap; the seconds it took, or null at the limit. The last gap comes with it.</summary>
    public (double? Seconds, double Gap, int Iterations) Run(double relativeGap, double limitSeconds)
    {
        var watch = Stopwatch.StartNew();
        var m = _theta.Columns;
        double[] correlations =
            new double[m], x = new double[m], z = new double[m], u = new double[m], q = new double[m], zOld = new double[m];
        _theta.Correlate(_y, correlations);
        var rho = _all.Average(column => InnerProducts.Square(_theta.Column(column))) / 10;
        var system = new DualSystem(_theta, new Cholesky());
        Factor(system, rho);
        var gap = double.PositiveInfinity;
        var iteration = 0;
        while (watch.Elapsed.TotalSeconds < limitSeconds)
        {
            iteration++;
            for (var j = 0; j < m; j++)
            {
                q[j] = correlations[j] + (rho * (z[j] - u[j]));
            }

            Minimise(system, q, rho, x);
            z.CopyTo(zOld, 0);
            double primal = 0, dual = 0;
            for (var j = 0; j < m; j++)
            {
                var relaxed = (Relaxation * x[j]) + ((1 - Relaxation) * z[j]);
                var value = relaxed + u[j];
                z[j] = Math.Max(value - (_lambda / rho), 0) + Math.Min(value + (_lambda / rho), 0);
                u[j] = value - z[j];
                primal += (x[j] - z[j]) * (x[j] - z[j]);
                dual += (z[j] - zOld[j]) * (z[j] - zOld[j]);
            }

            if (iteration % Check == 0)
            {
                gap = Gap(z);
                if (gap <= relativeGap)
                {
                    return (watch.Elapsed.TotalSeconds, gap, iteration);
                }

                var ratio = Math.Sqrt(primal) / (rho * Math.Sqrt(dual));
                var scale = ratio > 10 ? 2 : ratio < 0.1 ? 0.5 : 1;
                if (scale != 1 && iteration < 40 * Check)
                {
                    rho *= scale;
                    for (var j = 0; j < m; j++)
                    {
                        u[j] /= scale;
                    }

                    Factor(system, rho);
                }
            }
        }

        return (null, gap, iteration);
    }

    private void Factor(DualSystem system, double rho)
    {
        if (!system.TryFactor(_all, rho))
        {
            throw new InvalidOperationException("ΘΘᵀ + ρ is not positive definite.");
        }
    }

    /// <summary>x = (ΘᵀΘ + ρ)⁻¹q, by the matrix inversion lemma.</summary>
    private void Minimise(DualSystem system, double[] q, double rho, double[] x)
    {
        var image = new double[_theta.Stride];
        _theta.AddCombination(_all, q, image);
        system.Factor.Solve(image.AsSpan(0, _theta.Rows));
        _theta.Correlate(image, x);
        for (var j = 0; j < x.Length; j++)
        {
            x[j] = (q[j] - x[j]) / rho;
        }
    }

    private double Gap(double[] z)
    {
        var residual = (double[])_y.Clone();
        _theta.AddCombination(_all, [.. z.Select(value => -value)], residual);
        var slopes = new double[z.Length];
        _theta.Correlate(residual, slopes);
        double square = InnerProducts.Square(residual), product = InnerProducts.Dot(residual, _y);
        var primal = (0.5 * square) + (_lambda * z.Sum(Math.Abs));
        var bound = _lambda / slopes.Max(Math.Abs);
        var factor = Math.Clamp(product / square, -bound, bound);
        return (primal - ((factor * product) - (0.5 * factor * factor * square))) / primal;
    }
}
