using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// The least-squares solution of smallest ‖s‖₂, for Λ = 0: iterated Tikhonov regularisation, which needs no
/// rank decision. Each step s += Θᵀ(ΘΘᵀ + ε)⁻¹(y − Θs) leaves the reachable part of y smaller by ε/(ε + σ²).
/// </summary>
internal static class LeastSquares
{
    private const double Regularisation = 1e-12;
    private const int MaximumSteps = 50;

    public static double[] Solve(LassoProblem problem, out int iterations)
    {
        var theta = problem.Theta;
        var solution = new double[theta.Columns];
        var all = Enumerable.Range(0, theta.Columns).ToArray();
        var system = new GramSystem(theta);
        double trace = 0;
        foreach (var column in all)
        {
            trace += TensorPrimitives.SumOfSquares(theta.Column(column));
        }

        iterations = 0;
        var shift = Regularisation * trace / theta.Rows;
        while (!system.TryFactorRows(all, shift))
        {
            if (!double.IsFinite(shift))
            {
                return solution;
            }

            shift *= 10;
        }

        var step = new double[theta.Columns];
        var before = double.PositiveInfinity;
        while (iterations < MaximumSteps)
        {
            iterations++;
            var residual = (double[])problem.Y.Clone();
            TensorPrimitives.Negate(solution, step);
            theta.AddCombination(all, step, residual);
            theta.Correlate(residual, step);
            var slope = Math.Abs(TensorPrimitives.MaxMagnitude<double>(step));
            if (!(slope < 0.5 * before))
            {
                break;
            }

            before = slope;
            system.Factor.Solve(residual.AsSpan(0, theta.Rows));
            theta.Correlate(residual, step);
            TensorPrimitives.Add(solution, step, solution);
        }

        return solution;
    }
}
