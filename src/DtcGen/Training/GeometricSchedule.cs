namespace DtcGen.Training;

/// <summary>The same share of what is left leaves at each clip: of n, after k of N clips, n·tᵏᐟᴺ are left on the way to n·t.</summary>
public sealed record GeometricSchedule : CycleSchedule
{
    /// <summary>The default of <see cref="CycleSchedule.Cycles"/>.</summary>
    public const int DefaultCycles = 10;

    /// <summary>Goes to a budget.</summary>
    /// <param name="cycles">How many clips it takes; at least 1.</param>
    public GeometricSchedule(int cycles = DefaultCycles)
        : base(cycles, null)
    {
    }

    /// <summary>Goes to a sparsity.</summary>
    /// <param name="targetSparsity">The share of neurons that has left at the end, in [0, 1).</param>
    /// <param name="cycles">How many clips it takes; at least 1.</param>
    public GeometricSchedule(double targetSparsity, int cycles = DefaultCycles)
        : base(cycles, targetSparsity)
    {
    }

    /// <inheritdoc/>
    protected override double ShareAt(double way, double end) => Math.Pow(end, way);
}
