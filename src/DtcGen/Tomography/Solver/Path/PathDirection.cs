using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// The way from a point to the optimum if its active columns and their signs were to stay: how the
/// coefficients and the correlations change over it.
/// </summary>
internal sealed class PathDirection
{
    private readonly LassoProblem _problem;
    private readonly PathPoint _point;
    private readonly double[] _aim;
    private readonly double[] _image;

    public PathDirection(LassoProblem problem, PathPoint point)
    {
        _problem = problem;
        _point = point;
        var places = InnerProducts.Padded(Math.Min(problem.Rows, problem.Columns));
        _aim = new double[places];
        OfPlaces = new double[places];
        OfCorrelations = new double[problem.Columns];
        _image = new double[problem.Theta.Stride];
    }

    /// <summary>The change of the coefficient at each active place.</summary>
    public double[] OfPlaces { get; }

    /// <summary>By how much each active or watched column's correlation falls.</summary>
    public double[] OfCorrelations { get; }

    /// <summary>
    /// Finds the direction. It aims at the correlations' final values, so that earlier rounding is made good.
    /// </summary>
    /// <param name="watched">Other columns whose correlations are wanted.</param>
    /// <param name="count">How many of them.</param>
    public void Find(int[] watched, int count)
    {
        var columns = _point.Active.Columns;
        Array.Clear(_aim);
        for (var k = 0; k < columns.Length; k++)
        {
            _aim[k] = _point.Correlations[columns[k]] - (_problem.Lambda * _point.Sign[columns[k]]);
        }

        _point.Active.Multiply(_aim, OfPlaces);
        Array.Clear(_image);
        _problem.Theta.AddCombination(columns, OfPlaces.AsSpan(0, columns.Length), _image);
        _problem.Theta.Correlate(watched, count, _image, OfCorrelations);
        for (var k = 0; k < columns.Length; k++)
        {
            OfCorrelations[columns[k]] = _aim[k];
        }
    }

    /// <summary>By how much the direction misses its aim, and the largest number aimed at.</summary>
    public (double Miss, double Largest) Check()
    {
        var columns = _point.Active.Columns;
        _point.Active.Correlate(_image, OfCorrelations);
        double miss = 0, largest = 0;
        for (var k = 0; k < columns.Length; k++)
        {
            miss = Math.Max(miss, Math.Abs(OfCorrelations[columns[k]] - _aim[k]));
            largest = Math.Max(largest, Math.Abs(_aim[k]));
        }

        return (miss, largest);
    }

    /// <summary>Moves the point a share of the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move(double share, int[] watched, int count)
    {
        var columns = _point.Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            _point.Solution[columns[k]] += share * OfPlaces[k];
            _point.Correlations[columns[k]] -= share * OfCorrelations[columns[k]];
        }

        for (var k = 0; k < count; k++)
        {
            var j = watched[k];
            if (!_point.IsActive[j])
            {
                _point.Correlations[j] -= share * OfCorrelations[j];
            }
        }
    }

    /// <summary>Takes the whole way at once, except that a coefficient which would change its sign becomes zero.</summary>
    public void MoveWithinSigns()
    {
        var columns = _point.Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            var j = columns[k];
            var moved = _point.Solution[j] + OfPlaces[k];
            _point.Solution[j] = moved * _point.Sign[j] > 0 ? moved : 0;
        }
    }
}
