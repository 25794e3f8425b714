using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// The optimum in closed form, given which columns are active and with which signs. The residual is put
/// together from the part of y that no active column reaches and the part that λ holds back, because the
/// difference y − Θs would lose the digits of the latter when λ is small.
/// </summary>
internal sealed class ActiveOptimum
{
    private readonly LassoProblem problem;
    private readonly PathFollower path;
    private readonly int[] columns;

    public ActiveOptimum(LassoProblem problem, PathFollower path)
    {
        this.problem = problem;
        this.path = path;
        columns = path.Point.Active.Columns.ToArray();
    }

    /// <summary>s with Θ_AᵀΘ_A·s_A = Θ_Aᵀy − λ·sign, zero elsewhere.</summary>
    public double[] Coefficients()
    {
        var solution = new double[problem.Columns];
        var weights = Project(column => problem.Correlations[column] - (problem.Lambda * path.Point.Sign[column]));
        for (var k = 0; k < columns.Length; k++)
        {
            solution[columns[k]] = weights[k];
        }

        return solution;
    }

    /// <summary>y − Θs at that optimum.</summary>
    public double[] Residual()
    {
        // Two rounds: the first leaves a remainder of the size of rounding times the inverse's condition.
        var unreached = (double[])problem.Y.Clone();
        for (var round = 0; round < 2; round++)
        {
            Subtract(unreached, unreached);
        }

        // With as many columns as measurements nothing is unreached, and what is left is rounding alone.
        if (columns.Length >= problem.Rows)
        {
            Array.Clear(unreached);
        }

        var heldBack = new double[problem.Theta.Stride];
        var weights = Project(column => path.Point.Sign[column]);
        problem.Theta.AddCombination(columns, weights.AsSpan(0, columns.Length), heldBack);
        TensorPrimitives.MultiplyAdd<double>(heldBack, problem.Lambda, unreached, heldBack);
        return heldBack[..problem.Rows];
    }

    private void Subtract(double[] from, double[] vector)
    {
        var products = new double[problem.Columns];
        problem.Theta.Correlate(vector, products);
        var weights = Project(column => -products[column]);
        problem.Theta.AddCombination(columns, weights.AsSpan(0, columns.Length), from);
    }

    private double[] Project(Func<int, double> value)
    {
        var right = new double[InnerProducts.Padded(columns.Length)];
        for (var k = 0; k < columns.Length; k++)
        {
            right[k] = value(columns[k]);
        }

        var weights = new double[right.Length];
        path.Point.Active.Multiply(right, weights);
        return weights;
    }
}
