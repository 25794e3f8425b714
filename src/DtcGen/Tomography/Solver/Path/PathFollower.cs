using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace DtcGen.Tomography;

/// <summary>
/// The exact end of a solve, by homotopy from any starting point. The start is the optimum of a problem
/// whose correlations Θᵀ(y − Θs) are shifted by some e; as the share t of the shift goes from 1 to 0 the
/// optimum moves on straight pieces, and at each corner one column joins, leaves, or takes another's place.
/// The number of corners is about the number of columns in which start and optimum differ. Only watched
/// columns are looked at on the way; at its end all are, and the way goes on with those that were missed.
/// </summary>
internal sealed class PathFollower
{
    /// <summary>Changes below this share of λ over the whole way are rounding.</summary>
    private const double Negligible = 1e-12;

    /// <summary>How far a direction may miss its aim, relatively, before the inverse is computed afresh.</summary>
    private const double Drift = 1e-7;

    /// <summary>How often it is looked whether a direction meets its aim; in between it is taken to.</summary>
    private const int StepsBetweenChecks = 8;

    /// <summary>How often the way may go on from an end that is not the optimum.</summary>
    private const int Attempts = 20;

    private readonly LassoProblem problem;
    private readonly PathPoint point;
    private readonly PathDirection direction;
    private readonly WatchList watch;
    private readonly double[] shift;
    private readonly double rounding;

    public PathFollower(LassoProblem problem)
    {
        this.problem = problem;
        point = new PathPoint(problem);
        direction = new PathDirection(problem, point);
        watch = new WatchList(problem);
        shift = new double[problem.Columns];
        rounding = 1e-15 * Math.Abs(TensorPrimitives.MaxMagnitude<double>(problem.Correlations));
    }

    /// <summary>Where the path is now.</summary>
    public PathPoint Point => point;

    /// <summary>How many linear systems were solved.</summary>
    public int Iterations { get; private set; }

    /// <summary>Goes from a starting point to the optimum, or until the iterations are used up.</summary>
    /// <param name="start">The coefficients to start from.</param>
    /// <param name="correlations">Θᵀξ for a ξ near the optimum's residual.</param>
    /// <param name="maximumIterations">How many linear systems may be solved.</param>
    public void Follow(double[] start, double[] correlations, int maximumIterations)
    {
        point.Set(start);
        watch.Choose(correlations, point.IsActive, problem.Rows);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            SetShift(attempt);
            if (!TryFollow(maximumIterations))
            {
                return;
            }

            Refine();
            var (isOptimal, isMissing) = LookAtAll();
            if (isOptimal || !(isMissing || point.Active.TryRefresh()))
            {
                return;
            }
        }
    }

    /// <summary>
    /// Chooses the shift so that the current point is optimal for it. Columns outside stay a little inside
    /// the bound, each by its own amount, so that ties (equal columns, say) do not meet it together.
    /// </summary>
    private void SetShift(int attempt)
    {
        Array.Clear(point.IsBarred);
        var random = new Random(attempt);
        for (var k = 0; k < watch.Count; k++)
        {
            var j = watch.Columns[k];
            var limit = problem.Lambda * (1 - (0.01 * (0.1 + random.NextDouble())));
            shift[j] = Math.Clamp(point.Correlations[j], -limit, limit) - point.Correlations[j];
        }

        foreach (var j in point.Active.Columns)
        {
            shift[j] = (problem.Lambda * point.Sign[j]) - point.Correlations[j];
        }
    }

    private bool TryFollow(int maximumIterations)
    {
        var share = 1.0;
        var left = -1;
        var fresh = false;
        while (Iterations < maximumIterations)
        {
            Iterations++;
            direction.Find(watch.Columns, watch.Count);
            if (!fresh && !MeetsItsAim())
            {
                fresh = true;
                if (!point.Active.TryRefresh())
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

            direction.Move(length, watch.Columns, watch.Count);
            share *= 1 - length;
            if (joining < 0 && place < 0)
            {
                return true;
            }

            left = joining >= 0
                ? point.Join(joining, Math.Sign(point.Correlations[joining] + (share * shift[joining])))
                : point.Leave(place);
            if (left >= 0)
            {
                watch.Add(left);
            }
        }

        return false;
    }

    private bool MeetsItsAim()
    {
        if (Iterations % StepsBetweenChecks != 0)
        {
            return true;
        }

        var (miss, largest) = direction.Check();
        return miss <= (Drift * largest) + (Negligible * problem.Lambda) + rounding;
    }

    /// <summary>How far the direction leads before a column must join or leave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Length, int Place, int Joining) FindCorner(double share, int left)
    {
        var (length, place, joining) = (1.0, -1, -1);
        var columns = point.Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            var j = columns[k];
            var towardsZero = -direction.OfPlaces[k] * point.Sign[j];
            if (towardsZero > 0)
            {
                var reach = Math.Max(point.Solution[j] * point.Sign[j], 0) / towardsZero;
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
            var change = -direction.OfCorrelations[j] - (share * shift[j]);
            if (point.IsActive[j] || point.IsBarred[j] || Math.Abs(change) <= tiny)
            {
                continue;
            }

            var value = point.Correlations[j] + (share * shift[j]);
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

    /// <summary>Newton steps on the final active columns, from residuals computed afresh.</summary>
    private void Refine()
    {
        const int Steps = 2;
        for (var step = 0; step < Steps; step++)
        {
            point.ComputeCorrelations();
            direction.Find([], 0);
            direction.MoveWithinSigns();
        }
    }

    /// <summary>Whether no column at all is beyond the bound; if one is, and was not watched, it is from now on.</summary>
    private (bool IsOptimal, bool IsMissing) LookAtAll()
    {
        const double Tolerance = 1e-10;
        point.ComputeCorrelations();
        var bound = (problem.Lambda * (1 + Tolerance)) + rounding;
        var (isOptimal, isMissing) = (true, false);
        for (var j = 0; j < point.Correlations.Length; j++)
        {
            if (!(Math.Abs(point.Correlations[j]) <= bound))
            {
                isOptimal = false;
                isMissing |= !point.IsActive[j] && watch.Add(j);
            }
        }

        return (isOptimal, isMissing);
    }
}
