namespace DtcGen.Training;

/// <summary>Everything leaves at one clip, after one cycle of training.</summary>
public sealed record OneShotSchedule : CycleSchedule
{
    /// <summary>Goes to a budget.</summary>
    public OneShotSchedule()
        : base(1, null)
    {
    }

    /// <summary>Goes to a sparsity.</summary>
    /// <param name="targetSparsity">The share of neurons that has left at the end, in [0, 1).</param>
    public OneShotSchedule(double targetSparsity)
        : base(1, targetSparsity)
    {
    }

    /// <inheritdoc/>
    protected override double ShareAt(double way, double end) => end;
}
