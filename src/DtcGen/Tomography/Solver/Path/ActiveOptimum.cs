using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// The optimum in closed form, given which columns are active and with which signs. The residual is put
/// together from the part of y that no active column reaches and the part that λ holds back, because the
/// difference y − Θs would lose the digits of the latter when λ is small.
/// </summary>
internal sealed class ActiveOptimum
{
    private readonly LassoProblem _problem;
    private readonly PathFollower _path;
    private readonly int[] _columns;

    public ActiveOptimum(LassoProblem problem, PathFollower path)
    {
        _problem = problem;
        _path = path;
        _columns = path.Point.Active.Columns.ToArray();
    }

    /// <summary>s with Θ_AᵀΘ_A·s_A = Θ_Aᵀy − λ·sign, zero elsewhere.</summary>
    public double[] Coefficients()
    {
        var solution = new double[_problem.Columns];
        var weights = Project(column => _problem.Correlations[column] - (_problem.Lambda * _path.Point.Sign[column]));
        for (var k = 0; k < _columns.Length; k++)
        {
            solution[_columns[k]] = weights[k];
        }

        return solution;
    }

    /// <summary>y − Θs at that optimum.</summary>
    public double[] Residual()
    {
        // Two rounds: the first leaves a remainder of the size of rounding times the inverse's condition.
        var unreached = (double[])_problem.Y.Clone();
        for (var round = 0; round < 2; round++)
        {
            Subtract(unreached, unreached);
        }

        // With as many columns as measurements nothing is unreached, and what is left is rounding alone.
        if (_columns.Length >= _problem.Rows)
        {
            Array.Clear(unreached);
        }

        var heldBack = new double[_problem.Theta.Stride];
        var weights = Project(column => _path.Point.Sign[column]);
        _problem.Theta.AddCombination(_columns, weights.AsSpan(0, _columns.Length), heldBack);
        TensorPrimitives.MultiplyAdd<double>(heldBack, _problem.Lambda, unreached, heldBack);
        return heldBack[.._problem.Rows];
    }

    private void Subtract(double[] from, double[] vector)
    {
        var products = new double[_problem.Columns];
        _problem.Theta.Correlate(vector, products);
        var weights = Project(column => -products[column]);
        _problem.Theta.AddCombination(_columns, weights.AsSpan(0, _columns.Length), from);
    }

    private double[] Project(Func<int, double> value)
    {
        var right = new double[InnerProducts.Padded(_columns.Length)];
        for (var k = 0; k < _columns.Length; k++)
        {
            right[k] = value(_columns[k]);
        }

        var weights = new double[right.Length];
        _path.Point.Active.Multiply(right, weights);
        return weights;
    }
}
