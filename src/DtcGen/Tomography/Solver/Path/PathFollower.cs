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

    private readonly LassoProblem _problem;
    private readonly PathPoint _point;
    private readonly PathDirection _direction;
    private readonly WatchList _watch;
    private readonly double[] _shift;
    private readonly double _rounding;

    /// <summary>Begins nowhere.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="room">Room for the factors of its systems.</param>
    public PathFollower(LassoProblem problem, Cholesky room)
    {
        _problem = problem;
        _point = new PathPoint(problem, room);
        _direction = new PathDirection(problem, _point);
        _watch = new WatchList(problem);
        _shift = new double[problem.Columns];
        _rounding = 1e-15 * Math.Abs(TensorPrimitives.MaxMagnitude<double>(problem.Correlations));
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
        _point.Set(start);
        _watch.Choose(correlations, _point.IsActive, _problem.Rows);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            SetShift(attempt);
            if (!TryFollow(maximumIterations))
            {
                return;
            }

            Refine();
            var (isOptimal, isMissing) = LookAtAll();
            if (isOptimal || !(isMissing || _point.Active.TryRefresh()))
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
        Array.Clear(_point.IsBarred);
        var random = new Random(attempt);
        for (var k = 0; k < _watch.Count; k++)
        {
            var j = _watch.Columns[k];
            var limit = _problem.Lambda * (1 - (0.01 * (0.1 + random.NextDouble())));
            _shift[j] = Math.Clamp(_point.Correlations[j], -limit, limit) - _point.Correlations[j];
        }

        foreach (var j in _point.Active.Columns)
        {
            _shift[j] = (_problem.Lambda * _point.Sign[j]) - _point.Correlations[j];
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
            _direction.Find(_watch.Columns, _watch.Count);
            if (!fresh && !MeetsItsAim())
            {
                fresh = true;
                if (!_point.Active.TryRefresh())
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

            _direction.Move(length, _watch.Columns, _watch.Count);
            share *= 1 - length;
            if (joining < 0 && place < 0)
            {
                return true;
            }

            left = joining >= 0
                ? _point.Join(joining, Math.Sign(_point.Correlations[joining] + (share * _shift[joining])))
                : _point.Leave(place);
            if (left >= 0)
            {
                _watch.Add(left);
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

        var (miss, largest) = _direction.Check();
        return miss <= (Drift * largest) + (Negligible * _problem.Lambda) + _rounding;
    }

    /// <summary>How far the direction leads before a column must join or leave.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Length, int Place, int Joining) FindCorner(double share, int left)
    {
        var (length, place, joining) = (1.0, -1, -1);
        var columns = _point.Active.Columns;
        for (var k = 0; k < columns.Length; k++)
        {
            var j = columns[k];
            var towardsZero = -_direction.OfPlaces[k] * _point.Sign[j];
            if (towardsZero > 0)
            {
                var reach = Math.Max(_point.Solution[j] * _point.Sign[j], 0) / towardsZero;
                if (reach < length)
                {
                    (length, place) = (reach, k);
                }
            }
        }

        var tiny = (Negligible * _problem.Lambda) + _rounding;
        for (var k = 0; k < _watch.Count; k++)
        {
            var j = _watch.Columns[k];
            var change = -_direction.OfCorrelations[j] - (share * _shift[j]);
            if (_point.IsActive[j] || _point.IsBarred[j] || Math.Abs(change) <= tiny)
            {
                continue;
            }

            var value = _point.Correlations[j] + (share * _shift[j]);
            if (j == left && value * change > 0)
            {
                continue;
            }

            var reach = Math.Max((_problem.Lambda - (value * Math.Sign(change))) / Math.Abs(change), 0);
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
            _point.ComputeCorrelations();
            _direction.Find([], 0);
            _direction.MoveWithinSigns();
        }
    }

    /// <summary>Whether no column at all is beyond the bound; if one is, and was not watched, it is from now on.</summary>
    private (bool IsOptimal, bool IsMissing) LookAtAll()
    {
        const double Tolerance = 1e-10;
        _point.ComputeCorrelations();
        var bound = (_problem.Lambda * (1 + Tolerance)) + _rounding;
        var (isOptimal, isMissing) = (true, false);
        for (var j = 0; j < _point.Correlations.Length; j++)
        {
            if (!(Math.Abs(_point.Correlations[j]) <= bound))
            {
                isOptimal = false;
                isMissing |= !_point.IsActive[j] && _watch.Add(j);
            }
        }

        return (isOptimal, isMissing);
    }
}
