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

    /// <summary>How far the slopes may miss what they are to solve, relatively, before everything is computed afresh.</summary>
    private const double Drift = 1e-2;

    /// <summary>How often rounding is made good.</summary>
    private const int StepsBetweenRenewals = 32;

    /// <summary>How often the way may go on from an end that is not the optimum.</summary>
    private const int Attempts = 20;

    private readonly LassoProblem _problem;
    private readonly PathPoint _point;
    private readonly double _rounding;

    /// <summary>Begins nowhere.</summary>
    /// <param name="problem">The problem.</param>
    public PathFollower(LassoProblem problem)
    {
        _problem = problem;
        _point = new PathPoint(problem);
        _rounding = 1e-15 * Math.Abs(TensorPrimitives.MaxMagnitude<double>(problem.Correlations));
    }

    /// <summary>How a way came to its end.</summary>
    private enum Ending
    {
        /// <summary>No shift is left.</summary>
        Arrived,

        /// <summary>Rounding has added up.</summary>
        Drifted,

        /// <summary>No iterations are left, or numbers are no longer finite.</summary>
        GaveUp,
    }

    /// <summary>Where the path is now.</summary>
    public PathPoint Point => _point;

    /// <summary>How many linear systems were solved.</summary>
    public int Iterations { get; private set; }

    /// <summary>Goes from a starting point to the optimum, or until the iterations are used up.</summary>
    /// <param name="start">The coefficients to start from.</param>
    /// <param name="correlations">Θᵀξ for a ξ near the optimum's residual.</param>
    /// <param name="maximumIterations">How many linear systems may be solved.</param>
    public void Follow(double[] start, double[] correlations, int maximumIterations)
    {
        var support = WatchList.ChooseSupport(start, Math.Min(_problem.Rows, _problem.Columns));
        foreach (var column in support)
        {
            _point.Solution[column] = start[column];
        }

        _point.Begin([.. support, .. WatchList.Choose(correlations, support, _problem.Rows)]);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            SetShift(attempt);
            var ending = Go(maximumIterations);
            if (ending == Ending.Drifted)
            {
                _point.Extend([]);
                continue;
            }

            if (ending == Ending.Arrived)
            {
                Refine();
            }

            _point.Store();
            if (ending == Ending.GaveUp)
            {
                return;
            }

            var (isOptimal, missing) = LookAtAll();
            if (isOptimal)
            {
                return;
            }

            _point.Extend(missing);
        }
    }

    /// <summary>
    /// Chooses the shift so that the current point is optimal for it. Columns outside stay a little inside
    /// the bound, each by its own amount, so that ties (equal columns, say) do not meet it together.
    /// </summary>
    private void SetShift(int attempt)
    {
        Array.Clear(_point.IsBarred);
        _point.ComputeCorrelations();
        var random = new Random(attempt);
        for (var place = 0; place < _point.Count; place++)
        {
            var limit = _problem.Lambda * (1 - (0.01 * (0.1 + random.NextDouble())));
            var correlation = _point.Correlations[_point.Columns[place]];
            if (_point.IsActive[place])
            {
                _point.Shift[place] = (_problem.Lambda * _point.Sign[place]) - correlation;
                continue;
            }

            _point.Values[place] = Math.Clamp(correlation, -limit, limit);
            _point.Shift[place] = _point.Values[place] - correlation;
        }

        _point.Start();
    }

    private Ending Go(int maximumIterations)
    {
        var share = 1.0;
        var left = -1;
        while (Iterations < maximumIterations)
        {
            Iterations++;
            if (Iterations % StepsBetweenRenewals == 0 && !IsRenewed(share))
            {
                return Ending.Drifted;
            }

            var (fall, place) = FindCorner(share, left);
            if (!double.IsFinite(fall))
            {
                return Ending.GaveUp;
            }

            _point.Move(fall);
            share -= fall;
            if (place < 0)
            {
                return Ending.Arrived;
            }

            left = _point.IsActive[place] ? _point.Leave(place) : _point.Join(place);
        }

        return Ending.GaveUp;
    }

    private bool IsRenewed(double share)
    {
        var (miss, largest) = _point.Renew(share);
        if (!(miss <= (Drift * largest) + (Negligible * _problem.Lambda) + _rounding))
        {
            return false;
        }

        _point.Store();
        return true;
    }

    /// <summary>By how much the share of the shift may fall before a place must be left or taken, and which; −1 for none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Fall, int Place) FindCorner(double share, int left)
    {
        var (fall, corner) = (share, -1);
        var tiny = (Negligible * _problem.Lambda) + _rounding;
        var (values, slopes, signs, isActive, isBarred) = (_point.Values, _point.Slopes, _point.Sign, _point.IsActive, _point.IsBarred);
        for (var place = 0; place < isActive.Length; place++)
        {
            // How far it is, and how fast it goes: most are too far, which is known without a division.
            double reach, speed;
            if (isActive[place])
            {
                var towardsZero = slopes[place] * signs[place];
                if (!(towardsZero > 0))
                {
                    continue;
                }

                (reach, speed) = (Math.Max(values[place] * signs[place], 0), towardsZero);
                if (!(reach < fall * speed))
                {
                    continue;
                }
            }
            else
            {
                var change = -slopes[place];
                speed = Math.Abs(change);
                reach = Math.Max(change > 0 ? _problem.Lambda - values[place] : _problem.Lambda + values[place], 0);
                if (!(reach < fall * speed)
                    || isBarred[place] || share * speed <= tiny || (place == left && values[place] * change > 0))
                {
                    continue;
                }
            }

            if (reach / speed < fall)
            {
                (fall, corner) = (reach / speed, place);
            }
        }

        return (fall, corner);
    }

    /// <summary>Newton steps on the final active columns, from residuals computed afresh.</summary>
    private void Refine() => PathPoint.Converge(() =>
    {
        var miss = _point.ImproveValues(0, areOthersWanted: false);
        for (var place = 0; place < _point.Count; place++)
        {
            // A coefficient that would change its sign becomes zero.
            if (_point.IsActive[place] && !(_point.Values[place] * _point.Sign[place] > 0))
            {
                _point.Values[place] = 0;
            }
        }

        return miss;
    });

    /// <summary>Whether no column at all is beyond the bound, and which are without having a place.</summary>
    private (bool IsOptimal, List<int> Missing) LookAtAll()
    {
        const double Tolerance = 1e-10;
        _point.ComputeCorrelations();
        var bound = (_problem.Lambda * (1 + Tolerance)) + _rounding;
        var placed = new bool[_problem.Columns];
        foreach (var column in _point.Columns)
        {
            placed[column] = true;
        }

        var isOptimal = true;
        List<int> missing = [];
        for (var column = 0; column < placed.Length; column++)
        {
            if (!(Math.Abs(_point.Correlations[column]) <= bound))
            {
                isOptimal = false;
                if (!placed[column])
                {
                    missing.Add(column);
                }
            }
        }

        return (isOptimal, missing);
    }
}
