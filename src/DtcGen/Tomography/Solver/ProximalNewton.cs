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

    /// <summary>From this many measurements on, one more is worth what it saves on the path.</summary>
    private const int ManyMeasurements = 1000;

    private const double Growth = 5;
    private const int NewtonSteps = 30;

    /// <summary>A proximal step is done when no more columns than this came or went: the path finds the rest.</summary>
    private const int SettledChanges = 8;

    private readonly LassoProblem problem;
    private readonly DualSystem system;
    private readonly double[] solution;
    private readonly double[] shrunk;
    private readonly double[] residual;
    private readonly double[] nextResidual;
    private readonly double[] correlations;
    private readonly double[] nextCorrelations;
    private readonly double[] right;
    private readonly int[] active;

    public ProximalNewton(LassoProblem problem)
    {
        this.problem = problem;
        system = new DualSystem(problem.Theta);
        solution = new double[problem.Columns];
        shrunk = new double[problem.Columns];
        residual = new double[problem.Theta.Stride];
        nextResidual = new double[problem.Theta.Stride];
        correlations = new double[problem.Columns];
        nextCorrelations = new double[problem.Columns];
        right = new double[problem.Columns];
        active = new int[problem.Columns];
    }

    /// <summary>How many linear systems were solved.</summary>
    public int Iterations { get; private set; }

    /// <summary>Θᵀξ of the dual point found, which is near the optimum's residual.</summary>
    public double[] Correlations => correlations;

    /// <summary>The coefficients found; not optimal yet, and finite whatever happened.</summary>
    public double[] Find()
    {
        double squares = 0;
        for (var column = 0; column < problem.Columns; column++)
        {
            squares += InnerProducts.Square(problem.Theta.Column(column));
        }

        var columnNorm = Math.Sqrt(squares / problem.Columns);
        var length = Math.Sqrt(InnerProducts.Square(problem.Y));
        var step = Math.Max(length / (Math.Sqrt(problem.Rows) * columnNorm * problem.Lambda), 10 / (columnNorm * columnNorm));
        var proximalSteps = problem.Rows < ManyMeasurements ? ProximalSteps : ProximalSteps + 1;
        for (var round = 0; round < proximalSteps; round++)
        {
            if (!TryProximalStep(step))
            {
                break;
            }

            for (var j = 0; j < solution.Length; j++)
            {
                solution[j] = step * Shrink(shrunk[j] + correlations[j]);
            }

            step *= Growth;
        }

        if (!TensorPrimitives.IsFiniteAll<double>(solution))
        {
            Array.Clear(solution);
        }

        return solution;
    }

    /// <summary>Minimises ½‖ξ‖² − yᵀξ + (step/2)·‖shrink(s/step + Θᵀξ)‖² over ξ.</summary>
    private bool TryProximalStep(double step)
    {
        TensorPrimitives.Divide(solution, step, shrunk);
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

            Move(residual, nextResidual, length);
            Move(correlations, nextCorrelations, length);
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
        for (var j = 0; j < shrunk.Length; j++)
        {
            if (Math.Abs(shrunk[j] + correlations[j]) > problem.Lambda)
            {
                active[count++] = j;
            }
        }

        return count;
    }

    /// <summary>The minimiser if the active columns and their signs were to stay, into the next residual and correlations.</summary>
    private bool TrySolve(int count, double step)
    {
        var columns = active.AsSpan(0, count);
        var theta = problem.Theta;
        for (var k = 0; k < count; k++)
        {
            var j = columns[k];
            right[k] = (problem.Lambda * Math.Sign(shrunk[j] + correlations[j])) - shrunk[j];
        }

        TensorPrimitives.Divide(problem.Y, step, nextResidual);
        theta.AddCombination(columns, right.AsSpan(0, count), nextResidual);
        if (!system.TryFactor(columns, 1 / step))
        {
            return false;
        }

        system.Factor.Solve(nextResidual.AsSpan(0, theta.Rows));
        theta.Correlate(nextResidual, nextCorrelations);
        return true;
    }

    /// <summary>The minimum of the piecewise quadratic objective on the way, by Newton's method kept in a bracket.</summary>
    private double FindStepLength(double step)
    {
        double linear = 0, quadratic = 0;
        for (var row = 0; row < problem.Rows; row++)
        {
            var direction = nextResidual[row] - residual[row];
            linear += (residual[row] - problem.Y[row]) * direction;
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
        ref var shrunkStart = ref MemoryMarshal.GetArrayDataReference(shrunk);
        ref var from = ref MemoryMarshal.GetArrayDataReference(correlations);
        ref var to = ref MemoryMarshal.GetArrayDataReference(nextCorrelations);
        var (bound, share, zero) = (Vector512.Create(problem.Lambda), Vector512.Create(length), Vector512<double>.Zero);
        var (slopes, curvatures) = (zero, zero);
        var whole = shrunk.Length / InnerProducts.Register * InnerProducts.Register;
        for (nuint j = 0; j < (nuint)whole; j += InnerProducts.Register)
        {
            var start = Vector512.LoadUnsafe(ref from, j);
            var change = Vector512.LoadUnsafe(ref to, j) - start;
            var value = Vector512.FusedMultiplyAdd(share, change, Vector512.LoadUnsafe(ref shrunkStart, j) + start);
            var excess = Vector512.Max(value - bound, zero) + Vector512.Min(value + bound, zero);
            slopes = Vector512.FusedMultiplyAdd(excess, change, slopes);
            curvatures = Vector512.FusedMultiplyAdd(Vector512.ConditionalSelect(Vector512.Equals(excess, zero), zero, change), change, curvatures);
        }

        var (slope, curvature) = (Vector512.Dot(slopes, Vector512<double>.One), Vector512.Dot(curvatures, Vector512<double>.One));
        for (var j = whole; j < shrunk.Length; j++)
        {
            var change = nextCorrelations[j] - correlations[j];
            var excess = Shrink(shrunk[j] + correlations[j] + (length * change));
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
        for (var j = 0; j < shrunk.Length; j++)
        {
            var was = place < count && active[place] == j;
            place += was ? 1 : 0;
            changes += was != Math.Abs(shrunk[j] + correlations[j]) > problem.Lambda ? 1 : 0;
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

    private double Shrink(double value) => Math.Max(value - problem.Lambda, 0) + Math.Min(value + problem.Lambda, 0);
}
