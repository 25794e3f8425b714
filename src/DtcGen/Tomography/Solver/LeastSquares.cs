using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// The least-squares solution of smallest ‖s‖₂, for Λ = 0: iterated Tikhonov regularisation, which needs no
/// rank decision. Each step s += Θᵀ(ΘΘᵀ + ε)⁻¹(y − Θs) leaves the reachable part of y smaller by ε/(ε + σ²);
/// a small ε converges fastest, but magnifies the rounding of a part of y that cannot be reached, so larger
/// ones follow as long as they still bring the slope down.
/// </summary>
internal static class LeastSquares
{
    private const int StepsEach = 20;
    private static readonly double[] Regularisations = [1e-13, 1e-10, 1e-7, 1e-4];

    public static double[] Solve(LassoProblem problem, out int iterations)
    {
        var theta = problem.Theta;
        var all = Enumerable.Range(0, theta.Columns).ToArray();
        var system = new DualSystem(theta, new Cholesky());
        var trace = all.Sum(column => InnerProducts.Square(theta.Column(column)));
        var best = new double[theta.Columns];
        var step = new double[theta.Columns];
        var (residual, least) = Slope(problem, all, best);
        var enough = 1e-16 * least;
        iterations = 0;
        foreach (var regularisation in Regularisations)
        {
            if (least <= enough || !system.TryFactor(all, regularisation * trace / theta.Rows))
            {
                continue;
            }

            for (var count = 0; count < StepsEach; count++)
            {
                iterations++;
                system.Factor.Solve(residual.AsSpan(0, theta.Rows));
                theta.Correlate(residual, step);
                TensorPrimitives.Add(best, step, step);
                (residual, var slope) = Slope(problem, all, step);
                if (!(slope < least))
                {
                    (residual, least) = Slope(problem, all, best);
                    break;
                }

                least = slope;
                step.CopyTo(best, 0);
            }
        }

        return best;
    }

    /// <summary>y − Θs, and ‖Θᵀ(y − Θs)‖∞, which is zero at a solution.</summary>
    private static (double[] Residual, double Slope) Slope(LassoProblem problem, int[] all, double[] solution)
    {
        var weights = new double[solution.Length];
        TensorPrimitives.Negate(solution, weights);
        var residual = (double[])problem.Y.Clone();
        problem.Theta.AddCombination(all, weights, residual);
        problem.Theta.Correlate(residual, weights);
        return (residual, Math.Abs(TensorPrimitives.MaxMagnitude<double>(weights)));
    }
}
