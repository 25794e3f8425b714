namespace DtcGen.Training;

/// <summary>
/// Much leaves at first and little at the end (Zhu and Gupta 2017, arXiv 1710.01878): of n, after k of N clips,
/// n·(t + (1 − t)·(1 − k/N)³) are left on the way to n·t.
/// </summary>
public sealed record CubicSchedule : CycleSchedule
{
    /// <summary>Goes to a budget.</summary>
    /// <param name="cycles">How many clips it takes; at least 1.</param>
    public CubicSchedule(int cycles = GeometricSchedule.DefaultCycles)
        : base(cycles, null)
    {
    }

    /// <summary>Goes to a sparsity.</summary>
    /// <param name="targetSparsity">The share of neurons that has left at the end, in [0, 1).</param>
    /// <param name="cycles">How many clips it takes; at least 1.</param>
    public CubicSchedule(double targetSparsity, int cycles = GeometricSchedule.DefaultCycles)
        : base(cycles, targetSparsity)
    {
    }

    /// <inheritdoc/>
    protected override double ShareAt(double way, double end) => end + ((1 - end) * Math.Pow(1 - way, 3));
}
