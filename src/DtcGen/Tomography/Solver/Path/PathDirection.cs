using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// The way from a point to the optimum if its active columns and their signs were to stay: how the
/// coefficients and the correlations change over it.
/// </summary>
internal sealed class PathDirection
{
    private readonly LassoProblem problem;
    private readonly PathPoint point;
    private readonly double[] aim;
    private readonly double[] image;

    public PathDirection(LassoProblem problem, PathPoint point)
    {
        this.problem = problem;
        this.point = point;
        var places = InnerProducts.Padded(Math.Min(problem.Rows, problem.Columns));
        aim = new double[places];
        OfPlaces = new double[places];
        OfCorrelations = new double[problem.Columns];
        image = new double[problem.Theta.Stride];
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
        var columns = point.Active.Columns;
        Array.Clear(aim);
        for (var k = 0; k < columns.Length; k++)
        {
            aim[k] = point.Correlations[columns[k]] - (problem.Lambda * point.Sign[columns[k]]);
        }

        point.Active.Multiply(aim, OfPlaces);
        Array.Clear(image);
        problem.Theta.AddCombination(columns, OfPlaces.AsSpan(0, columns.Length), image);
        problem.Theta.Correlate(watched, count, image, OfCorrelations);
        for (var k = 0; k < columns.Length; k++)
        {
            OfCorrelations[columns[k]] = aim[k];
        }
    }

    /// <summary>By how much the direction misses its aim, and the largest number aimed at.</summary>
    public (double Miss, double Largest) Check()
    {
        var columns = point.Active.Columns;
        point.Active.Correlate(image, OfCorrelations);
        double miss = 0, largest = 0;
        for (var k = 0; k < columns.Length; k++)
        {
            miss = Math.Max(miss, Math.Abs(OfCorrelations[columns[k]] - aim[k]));
            largest = Math.Max(largest, Math.Abs(aim[k]));
        }

        return (miss, largest);
    }

    /// <summary>Moves the point a share of the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move(double share, int[] watched, int count)
    {
        var columns = point.Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            point.Solution[columns[k]] += share * OfPlaces[k];
            point.Correlations[columns[k]] -= share * OfCorrelations[columns[k]];
        }

        for (var k = 0; k < count; k++)
        {
            var j = watched[k];
            if (!point.IsActive[j])
            {
                point.Correlations[j] -= share * OfCorrelations[j];
            }
        }
    }

    /// <summary>Takes the whole way at once, except that a coefficient which would change its sign becomes zero.</summary>
    public void MoveWithinSigns()
    {
        var columns = point.Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            var j = columns[k];
            var moved = point.Solution[j] + OfPlaces[k];
            point.Solution[j] = moved * point.Sign[j] > 0 ? moved : 0;
        }
    }
}
