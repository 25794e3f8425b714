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
    private readonly PathPoint _point;
    private readonly int[] _places;
    private readonly int[] _columns;

    public ActiveOptimum(LassoProblem problem, PathPoint point)
    {
        _problem = problem;
        _point = point;
        _places = point.ActivePlaces();
        _columns = Array.ConvertAll(_places, place => point.Columns[place]);
    }

    /// <summary>s with Θ_AᵀΘ_A·s_A = Θ_Aᵀy − λ·sign, zero elsewhere.</summary>
    public double[] Coefficients()
    {
        var solution = new double[_problem.Columns];
        var right = new double[_columns.Length];
        for (var k = 0; k < right.Length; k++)
        {
            right[k] = _problem.Correlations[_columns[k]] - (_problem.Lambda * _point.Sign[_places[k]]);
        }

        var weights = Project(right);
        for (var k = 0; k < _columns.Length; k++)
        {
            solution[_columns[k]] = weights[k];
        }

        return solution;
    }

    /// <summary>y − Θs at that optimum.</summary>
    public double[] Residual()
    {
        // With as many columns as measurements nothing is unreached, and what would be left is rounding alone.
        var unreached = new double[_problem.Theta.Stride];
        if (_columns.Length < _problem.Rows)
        {
            // Two rounds: the first leaves a remainder of the size of rounding times the inverse's condition.
            _problem.Y.CopyTo(unreached, 0);
            for (var round = 0; round < 2; round++)
            {
                SubtractReached(unreached);
            }
        }

        var heldBack = new double[_problem.Theta.Stride];
        _problem.Theta.AddCombination(_columns, Project(Array.ConvertAll(_places, place => _point.Sign[place])), heldBack);
        TensorPrimitives.MultiplyAdd<double>(heldBack, _problem.Lambda, unreached, heldBack);
        return heldBack[.._problem.Rows];
    }

    private void SubtractReached(double[] vector)
    {
        var products = new double[_columns.Length];
        _problem.Theta.Correlate(_columns, _columns.Length, vector, products);
        TensorPrimitives.Negate(products, products);
        _problem.Theta.AddCombination(_columns, Project(products), vector);
    }

    /// <summary>(Θ_AᵀΘ_A)⁻¹ times a vector.</summary>
    private double[] Project(double[] right)
    {
        var line = new double[_point.Count];
        for (var k = 0; k < right.Length; k++)
        {
            line[_places[k]] = right[k];
        }

        line = _point.Solve(line);
        return Array.ConvertAll(_places, place => line[place]);
    }
}
