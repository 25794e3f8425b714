namespace DtcGen.Tomography;

/// <summary>
/// A point on the path: the coefficients, the columns whose coefficients are free to move, and the rules by
/// which one of them leaves or another joins.
/// </summary>
internal sealed class PathPoint
{
    /// <summary>An active column that takes less than this share of a joining one does not give way to it.</summary>
    private const double Negligible = 1e-12;

    private readonly LassoProblem _problem;
    private readonly double[] _weights;
    private readonly double[] _residual;

    /// <summary>Zero.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="room">Room for the factors of its systems.</param>
    public PathPoint(LassoProblem problem, Cholesky room)
    {
        _problem = problem;
        Active = new ActiveInverse(problem.Theta, room);
        Solution = new double[problem.Columns];
        Correlations = new double[problem.Columns];
        Sign = new double[problem.Columns];
        IsActive = new bool[problem.Columns];
        IsBarred = new bool[problem.Columns];
        _weights = new double[Math.Min(problem.Rows, problem.Columns)];
        _residual = new double[problem.Theta.Stride];
    }

    /// <summary>The coefficients.</summary>
    public double[] Solution { get; }

    /// <summary>Θᵀ(y − Θs), kept up to date for the active and the watched columns.</summary>
    public double[] Correlations { get; }

    /// <summary>The sign that an active column's correlation has at the optimum.</summary>
    public double[] Sign { get; }

    /// <summary>The active columns with the inverse of their Gram matrix.</summary>
    public ActiveInverse Active { get; }

    public bool[] IsActive { get; }

    /// <summary>The columns that no place could be found for: they depend on the active ones.</summary>
    public bool[] IsBarred { get; }

    /// <summary>Makes a vector the point, or of its non-zeros the largest when they are too many.</summary>
    public void Set(double[] start)
    {
        var support = Enumerable.Range(0, start.Length).Where(column => start[column] != 0)
            .OrderByDescending(column => Math.Abs(start[column]))
            .Take(_weights.Length)
            .ToArray();
        if (!Active.TrySet(support))
        {
            foreach (var column in support)
            {
                Active.TryAdd(column);
            }
        }

        foreach (var column in Active.Columns)
        {
            Solution[column] = start[column];
            Sign[column] = Math.Sign(start[column]);
            IsActive[column] = true;
        }

        ComputeCorrelations();
    }

    /// <summary>Computes the correlations of all columns from Θ, y and the coefficients.</summary>
    public void ComputeCorrelations()
    {
        var columns = Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            _weights[k] = -Solution[columns[k]];
        }

        _problem.Y.CopyTo(_residual, 0);
        _problem.Theta.AddCombination(columns, _weights.AsSpan(0, columns.Length), _residual);
        _problem.Theta.Correlate(_residual, Correlations);
    }

    /// <summary>Sets the coefficient of the active column at a place to zero and lets it go; returns it.</summary>
    public int Leave(int place)
    {
        var column = Active.Columns[place];
        Solution[column] = 0;
        IsActive[column] = false;
        Active.RemoveAt(place);
        return column;
    }

    /// <summary>
    /// Lets a column in. When it depends on the active ones, it grows at their expense, along which the
    /// residual does not change, until one of them reaches zero and leaves; returns that one, else −1.
    /// </summary>
    /// <param name="joining">The column.</param>
    /// <param name="sign">Which way it grows.</param>
    public int Join(int joining, double sign)
    {
        Sign[joining] = sign;
        if (Active.TryAdd(joining))
        {
            IsActive[joining] = true;
            return -1;
        }

        var (growth, place) = FindExchange(sign);
        if (place < 0)
        {
            IsBarred[joining] = true;
            return -1;
        }

        var columns = Active.Columns;
        var combination = Active.Combination;
        for (var k = 0; k < columns.Length; k++)
        {
            Solution[columns[k]] -= growth * sign * combination[k];
        }

        var leaving = columns[place];
        if (!Active.TryExchange(place, joining))
        {
            // The one place that could be left is no place for it: it stays out, and the other leaves alone.
            IsBarred[joining] = true;
            return Leave(place);
        }

        Solution[leaving] = 0;
        IsActive[leaving] = false;
        Solution[joining] = growth * sign;
        IsActive[joining] = true;
        return leaving;
    }

    /// <summary>How far a dependent column can grow before the first active one reaches zero, and its place; −1 without one.</summary>
    private (double Growth, int Place) FindExchange(double sign)
    {
        var columns = Active.Columns;
        var combination = Active.Combination;
        var (growth, place) = (double.PositiveInfinity, -1);
        for (var k = 0; k < columns.Length; k++)
        {
            var towardsZero = sign * combination[k] * Sign[columns[k]];
            if (towardsZero > Negligible)
            {
                var reach = Math.Max(Solution[columns[k]] * Sign[columns[k]], 0) / towardsZero;
                if (reach < growth)
                {
                    (growth, place) = (reach, k);
                }
            }
        }

        return (growth, place);
    }
}
