using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// The exact end of a solve, by homotopy from any starting point. The start is the optimum of a problem
/// whose correlations Θᵀ(y − Θs) are shifted by some e; as the share t of the shift goes from 1 to 0 the
/// optimum moves on straight pieces, and at each corner one column joins, leaves, or takes another's place.
/// The number of corners is about the number of columns in which start and optimum differ.
/// </summary>
internal sealed class PathFollower
{
    /// <summary>Changes below this share of λ over the whole way are rounding.</summary>
    private const double Negligible = 1e-12;

    /// <summary>How far a direction may miss its aim, relatively, before the inverse is computed afresh.</summary>
    private const double Drift = 1e-7;

    /// <summary>How often it is looked whether a direction meets its aim; in between it is taken to.</summary>
    private const int StepsBetweenChecks = 8;

    private readonly LassoProblem problem;
    private readonly double[] aim;
    private readonly double[] direction;
    private readonly double[] image;
    private readonly double[] rate;
    private readonly double[] correlations;
    private readonly double[] shift;
    private readonly double[] sign;
    private readonly bool[] isActive;
    private readonly bool[] isBarred;
    private readonly double rounding;
    private readonly WatchList watch;

    public PathFollower(LassoProblem problem)
    {
        this.problem = problem;
        Active = new ActiveInverse(problem.Theta);
        Solution = new double[problem.Columns];
        var places = InnerProducts.Padded(Math.Min(problem.Rows, problem.Columns));
        aim = new double[places];
        direction = new double[places];
        image = new double[problem.Theta.Stride];
        rate = new double[problem.Columns];
        correlations = new double[problem.Columns];
        shift = new double[problem.Columns];
        sign = new double[problem.Columns];
        isActive = new bool[problem.Columns];
        isBarred = new bool[problem.Columns];
        watch = new WatchList(problem);
        rounding = 1e-15 * Math.Abs(TensorPrimitives.MaxMagnitude<double>(problem.Correlations));
    }

    /// <summary>The coefficients now.</summary>
    public double[] Solution { get; }

    /// <summary>The columns whose coefficients are free to move.</summary>
    public ActiveInverse Active { get; }

    /// <summary>How many linear systems were solved.</summary>
    public int Iterations { get; private set; }

    /// <summary>Goes from a starting point to the optimum, or until the iterations are used up.</summary>
    public void Follow(double[] start, int maximumIterations)
    {
        const int Attempts = 4;
        SetStart(start);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            SetShift(attempt);
            if (!TryFollow(maximumIterations))
            {
                return;
            }

            Refine();
            if (IsOptimal())
            {
                return;
            }

            Active.TryRefresh();
        }
    }

    /// <summary>The sign that an active column's correlation has at the optimum.</summary>
    public double SignOf(int column) => sign[column];

    private void SetStart(double[] start)
    {
        var support = new List<int>();
        for (var j = 0; j < start.Length; j++)
        {
            if (start[j] != 0)
            {
                support.Add(j);
            }
        }

        support.Sort((a, b) =>
        {
            var order = Math.Abs(start[b]).CompareTo(Math.Abs(start[a]));
            return order != 0 ? order : a.CompareTo(b);
        });
        var fitting = support.Take(Math.Min(problem.Rows, problem.Columns)).ToArray();
        if (!Active.TrySet(fitting))
        {
            foreach (var column in fitting)
            {
                Active.TryAdd(column);
            }
        }

        foreach (var column in Active.Columns)
        {
            Solution[column] = start[column];
            sign[column] = Math.Sign(start[column]);
            isActive[column] = true;
        }
    }

    /// <summary>
    /// Chooses the shift so that the current point is optimal for it. Columns outside stay a little inside
    /// the bound, each by its own amount, so that ties (equal columns, say) do not meet it together.
    /// </summary>
    private void SetShift(int attempt)
    {
        Array.Clear(isBarred);
        ComputeCorrelations();
        var random = new Random(attempt);
        for (var j = 0; j < shift.Length; j++)
        {
            if (isActive[j])
            {
                shift[j] = (problem.Lambda * sign[j]) - correlations[j];
                continue;
            }

            var limit = problem.Lambda * (1 - (0.01 * (0.1 + random.NextDouble())));
            shift[j] = Math.Clamp(correlations[j], -limit, limit) - correlations[j];
        }
    }

    private bool TryFollow(int maximumIterations)
    {
        var share = 1.0;
        var left = -1;
        var fresh = false;
        watch.Choose(correlations, shift, share, isActive);
        while (Iterations < maximumIterations)
        {
            Iterations++;
            if (!SetDirection() && !fresh)
            {
                fresh = true;
                if (!Active.TryRefresh())
                {
                    return false;
                }

                continue;
            }

            fresh = false;
            var (length, place, joining) = FindCorner(share, left);
            if (!double.IsFinite(length))
            {
                return false;
            }

            var reach = watch.Reach(image, length);
            Move(reach);
            share *= 1 - reach;
            left = -1;
            if (reach < length)
            {
                ComputeCorrelations();
                watch.Choose(correlations, shift, share, isActive);
            }
            else if (joining >= 0)
            {
                left = Join(joining, share);
            }
            else if (place >= 0)
            {
                left = Leave(place);
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The way to the optimum if the active columns and signs were to stay. It aims at the correlations'
    /// final values, so that earlier rounding is made good. False when it misses that aim.
    /// </summary>
    private bool SetDirection()
    {
        var columns = Active.Columns;
        Array.Clear(aim);
        double largest = 0;
        for (var k = 0; k < columns.Length; k++)
        {
            aim[k] = correlations[columns[k]] - (problem.Lambda * sign[columns[k]]);
            largest = Math.Max(largest, Math.Abs(aim[k]));
        }

        Active.Multiply(aim, direction);
        Array.Clear(image);
        problem.Theta.AddCombination(columns, direction.AsSpan(0, columns.Length), image);
        problem.Theta.Correlate(watch.Columns, watch.Count, image, rate);
        for (var k = 0; k < columns.Length; k++)
        {
            rate[columns[k]] = aim[k];
        }

        if (Iterations % StepsBetweenChecks != 0)
        {
            return true;
        }

        Active.Correlate(image, rate);
        double miss = 0;
        for (var k = 0; k < columns.Length; k++)
        {
            miss = Math.Max(miss, Math.Abs(rate[columns[k]] - aim[k]));
        }

        return miss <= (Drift * largest) + (Negligible * problem.Lambda) + rounding;
    }

    /// <summary>How far the direction leads before a column must join or leave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Length, int Place, int Joining) FindCorner(double share, int left)
    {
        var (length, place, joining) = (1.0, -1, -1);
        var columns = Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            var j = columns[k];
            var towardsZero = -direction[k] * sign[j];
            if (towardsZero > 0)
            {
                var reach = Math.Max(Solution[j] * sign[j], 0) / towardsZero;
                if (reach < length)
                {
                    (length, place) = (reach, k);
                }
            }
        }

        var tiny = (Negligible * problem.Lambda) + rounding;
        for (var k = 0; k < watch.Count; k++)
        {
            var j = watch.Columns[k];
            var change = -rate[j] - (share * shift[j]);
            if (isActive[j] || isBarred[j] || Math.Abs(change) <= tiny)
            {
                continue;
            }

            var value = correlations[j] + (share * shift[j]);
            if (j == left && value * change > 0)
            {
                continue;
            }

            var reach = Math.Max((problem.Lambda - (value * Math.Sign(change))) / Math.Abs(change), 0);
            if (reach < length)
            {
                (length, place, joining) = (reach, -1, j);
            }
        }

        return (length, place, joining);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(double length)
    {
        var columns = Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            Solution[columns[k]] += length * direction[k];
            correlations[columns[k]] -= length * rate[columns[k]];
        }

        for (var k = 0; k < watch.Count; k++)
        {
            var j = watch.Columns[k];
            if (!isActive[j])
            {
                correlations[j] -= length * rate[j];
            }
        }
    }

    private int Leave(int place)
    {
        var column = Active.Columns[place];
        Solution[column] = 0;
        isActive[column] = false;
        watch.Add(column);
        Active.RemoveAt(place);
        return column;
    }

    /// <summary>
    /// Lets a column in. When it depends on the active ones, it grows at their expense, along which the
    /// residual does not change, until one of them reaches zero and leaves; returns that one, else −1.
    /// </summary>
    private int Join(int joining, double share)
    {
        var joiningSign = (double)Math.Sign(correlations[joining] + (share * shift[joining]));
        sign[joining] = joiningSign;
        if (Active.TryAdd(joining))
        {
            isActive[joining] = true;
            return -1;
        }

        var columns = Active.Columns;
        var combination = Active.Combination;
        var (growth, place) = (double.PositiveInfinity, -1);
        for (var k = 0; k < columns.Length; k++)
        {
            var towardsZero = joiningSign * combination[k] * sign[columns[k]];
            if (towardsZero > Negligible)
            {
                var reach = Math.Max(Solution[columns[k]] * sign[columns[k]], 0) / towardsZero;
                if (reach < growth)
                {
                    (growth, place) = (reach, k);
                }
            }
        }

        if (place < 0)
        {
            isBarred[joining] = true;
            return -1;
        }

        for (var k = 0; k < columns.Length; k++)
        {
            Solution[columns[k]] -= growth * joiningSign * combination[k];
        }

        var leaving = columns[place];
        if (!Active.TryExchange(place, joining))
        {
            // The one place that could be left is no place for it: it stays out, and the other leaves alone.
            isBarred[joining] = true;
            return Leave(place);
        }

        Solution[leaving] = 0;
        isActive[leaving] = false;
        watch.Add(leaving);
        Solution[joining] = growth * joiningSign;
        isActive[joining] = true;
        return leaving;
    }

    /// <summary>Newton steps on the final active columns, from residuals computed afresh.</summary>
    private void Refine()
    {
        const int Steps = 2;
        for (var step = 0; step < Steps; step++)
        {
            ComputeCorrelations();
            watch.Clear();
            SetDirection();
            var columns = Active.Columns;
            for (var k = 0; k < columns.Length; k++)
            {
                var j = columns[k];
                var refined = Solution[j] + direction[k];
                Solution[j] = refined * sign[j] > 0 ? refined : 0;
            }
        }
    }

    private bool IsOptimal()
    {
        const double Tolerance = 1e-10;
        ComputeCorrelations();
        var bound = (problem.Lambda * (1 + Tolerance)) + rounding;
        for (var j = 0; j < correlations.Length; j++)
        {
            if (!(Math.Abs(correlations[j]) <= bound))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Θᵀ(y − Θs), from the start.</summary>
    private void ComputeCorrelations()
    {
        var columns = Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            direction[k] = -Solution[columns[k]];
        }

        problem.Y.CopyTo(image, 0);
        problem.Theta.AddCombination(columns, direction.AsSpan(0, columns.Length), image);
        problem.Theta.Correlate(image, correlations);
    }
}
