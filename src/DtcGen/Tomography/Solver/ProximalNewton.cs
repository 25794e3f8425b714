using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DtcGen.Tomography;

/// <summary>
/// Finds a nearly optimal starting point: proximal point steps on the coefficients, each solved in the dual
/// by a semismooth Newton method (Li, Sun and Toh's scheme for lasso problems). A Newton step exchanges many
/// active columns at once, which following the path does one by one.
/// </summary>
internal sealed class ProximalNewton
{
    /// <summary>How many proximal steps are taken, each with a step length larger by <see cref="Growth"/>.</summary>
    private const int ProximalSteps = 3;

    private const double Growth = 5;
    private const int NewtonSteps = 30;

    /// <summary>A proximal step is done when no more columns than this came or went: the path finds the rest.</summary>
    private const int SettledChanges = 8;

    private readonly LassoProblem _problem;
    private readonly DualSystem _system;
    private readonly double[] _solution;
    private readonly double[] _shrunk;
    private readonly double[] _residual;
    private readonly double[] _nextResidual;
    private readonly double[] _correlations;
    private readonly double[] _nextCorrelations;
    private readonly double[] _right;
    private readonly int[] _active;

    /// <summary>Begins at zero.</summary>
    /// <param name="problem">The problem.</param>
    public ProximalNewton(LassoProblem problem)
    {
        _problem = problem;
        _system = new DualSystem(problem.Theta, new Cholesky());
        _solution = new double[problem.Columns];
        _shrunk = new double[problem.Columns];
        _residual = new double[problem.Theta.Stride];
        _nextResidual = new double[problem.Theta.Stride];
        _correlations = new double[problem.Columns];
        _nextCorrelations = new double[problem.Columns];
        _right = new double[problem.Columns];
        _active = new int[problem.Columns];
    }

    /// <summary>How many linear systems were solved.</summary>
    public int Iterations { get; private set; }

    /// <summary>Θᵀξ of the dual point found, which is near the optimum's residual.</summary>
    public double[] Correlations => _correlations;

    /// <summary>The coefficients found; not optimal yet, and finite whatever happened.</summary>
    public double[] Find()
    {
        double squares = 0;
        for (var column = 0; column < _problem.Columns; column++)
        {
            squares += InnerProducts.Square(_problem.Theta.Column(column));
        }

        var columnNorm = Math.Sqrt(squares / _problem.Columns);
        var length = Math.Sqrt(InnerProducts.Square(_problem.Y));
        var step = Math.Max(length / (Math.Sqrt(_problem.Rows) * columnNorm * _problem.Lambda), 10 / (columnNorm * columnNorm));
        for (var round = 0; round < ProximalSteps; round++)
        {
            if (!TryProximalStep(step))
            {
                break;
            }

            for (var j = 0; j < _solution.Length; j++)
            {
                _solution[j] = step * Shrink(_shrunk[j] + _correlations[j]);
            }

            step *= Growth;
        }

        if (!TensorPrimitives.IsFiniteAll<double>(_solution))
        {
            Array.Clear(_solution);
        }

        return _solution;
    }

    /// <summary>Minimises ½‖ξ‖² − yᵀξ + (step/2)·‖shrink(s/step + Θᵀξ)‖² over ξ.</summary>
    private bool TryProximalStep(double step)
    {
        TensorPrimitives.Divide(_solution, step, _shrunk);
        for (var iteration = 0; iteration < NewtonSteps; iteration++)
        {
            var count = FindActive();
            if (!TrySolve(count, step))
            {
                return false;
            }

            Iterations++;
            var length = FindStepLength(step);
            if (!double.IsFinite(length))
            {
                return false;
            }

            Move(_residual, _nextResidual, length);
            Move(_correlations, _nextCorrelations, length);
            if (length >= 0.5 && CountChanges(count) <= Math.Clamp(count / 20, 1, SettledChanges))
            {
                return true;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int FindActive()
    {
        var count = 0;
        for (var j = 0; j < _shrunk.Length; j++)
        {
            if (Math.Abs(_shrunk[j] + _correlations[j]) > _problem.Lambda)
            {
                _active[count++] = j;
            }
        }

        return count;
    }

    /// <summary>The minimiser if the active columns and their signs were to stay, into the next residual and correlations.</summary>
    private bool TrySolve(int count, double step)
    {
        var columns = _active.AsSpan(0, count);
        var theta = _problem.Theta;
        for (var k = 0; k < count; k++)
        {
            var j = columns[k];
            _right[k] = (_problem.Lambda * Math.Sign(_shrunk[j] + _correlations[j])) - _shrunk[j];
        }

        TensorPrimitives.Divide(_problem.Y, step, _nextResidual);
        theta.AddCombination(columns, _right.AsSpan(0, count), _nextResidual);
        if (!_system.TryFactor(columns, 1 / step))
        {
            return false;
        }

        _system.Factor.Solve(_nextResidual.AsSpan(0, theta.Rows));
        theta.Correlate(_nextResidual, _nextCorrelations);
        return true;
    }

    /// <summary>The minimum of the piecewise quadratic objective on the way, by Newton's method kept in a bracket.</summary>
    private double FindStepLength(double step)
    {
        double linear = 0, quadratic = 0;
        for (var row = 0; row < _problem.Rows; row++)
        {
            var direction = _nextResidual[row] - _residual[row];
            linear += (_residual[row] - _problem.Y[row]) * direction;
            quadratic += direction * direction;
        }

        double low = 0, high = 1, length = 1;
        for (var trial = 0; trial < 30; trial++)
        {
            var (slope, curvature) = SlopeAt(length);
            slope = linear + (length * quadratic) + (step * slope);
            curvature = quadratic + (step * curvature);
            if (slope > 0)
            {
                high = length;
            }
            else
            {
                low = length;
            }

            if (!(high > low) || low == 1)
            {
                return low;
            }

            var next = length - (slope / curvature);
            if (Math.Abs(next - length) <= 1e-3 * length)
            {
                return Math.Min(next, 1);
            }

            length = next > low && next < high ? next : 0.5 * (low + high);
        }

        return length;
    }

    /// <summary>
    /// Of ½‖shrink(s/step + correlations)‖² on the way to the next correlations: its derivative and second
    /// derivative. Register by register, because it is asked for several times in every Newton step.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Slope, double Curvature) SlopeAt(double length)
    {
        ref var shrunkStart = ref MemoryMarshal.GetArrayDataReference(_shrunk);
        ref var from = ref MemoryMarshal.GetArrayDataReference(_correlations);
        ref var to = ref MemoryMarshal.GetArrayDataReference(_nextCorrelations);
        var (bound, share, zero) = (Vector512.Create(_problem.Lambda), Vector512.Create(length), Vector512<double>.Zero);
        var (slopes, curvatures) = (zero, zero);
        var whole = _shrunk.Length / InnerProducts.Register * InnerProducts.Register;
        for (nuint j = 0; j < (nuint)whole; j += InnerProducts.Register)
        {
            var start = Vector512.LoadUnsafe(ref from, j);
            var change = Vector512.LoadUnsafe(ref to, j) - start;
            var value = Vector512.FusedMultiplyAdd(share, change, Vector512.LoadUnsafe(ref shrunkStart, j) + start);
            var excess = Vector512.Max(value - bound, zero) + Vector512.Min(value + bound, zero);
            slopes = Vector512.FusedMultiplyAdd(excess, change, slopes);
            curvatures = Vector512.FusedMultiplyAdd(
                Vector512.ConditionalSelect(Vector512.Equals(excess, zero), zero, change), change, curvatures);
        }

        var (slope, curvature) = (Vector512.Dot(slopes, Vector512<double>.One), Vector512.Dot(curvatures, Vector512<double>.One));
        for (var j = whole; j < _shrunk.Length; j++)
        {
            var change = _nextCorrelations[j] - _correlations[j];
            var excess = Shrink(_shrunk[j] + _correlations[j] + (length * change));
            slope += excess * change;
            curvature += excess == 0 ? 0 : change * change;
        }

        return (slope, curvature);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CountChanges(int count)
    {
        var changes = 0;
        var place = 0;
        for (var j = 0; j < _shrunk.Length; j++)
        {
            var was = place < count && _active[place] == j;
            place += was ? 1 : 0;
            changes += was != Math.Abs(_shrunk[j] + _correlations[j]) > _problem.Lambda ? 1 : 0;
        }

        return changes;
    }

    private static void Move(double[] from, double[] to, double length)
    {
        if (length == 1)
        {
            to.CopyTo(from, 0);
            return;
        }

        TensorPrimitives.Lerp<double>(from, to, length, from);
    }

    private double Shrink(double value) => Math.Max(value - _problem.Lambda, 0) + Math.Min(value + _problem.Lambda, 0);
}
