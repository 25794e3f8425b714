namespace DtcGen.Training;

/// <summary>
/// Goes to exactly the asked sparsity, or to <see cref="CompressOptions.Budget"/>, in a number of cycles. Until then at least one neuron
/// leaves a group at each clip, so that one of few neurons may be there sooner.
/// </summary>
public abstract record CycleSchedule : IClipSchedule, ITargetedSchedule
{
    /// <summary>Makes a schedule.</summary>
    /// <param name="cycles">How many clips it takes; at least 1.</param>
    /// <param name="targetSparsity">
    /// The share of neurons that has left at the end, in [0, 1); null where a budget says what is left.
    /// </param>
    protected CycleSchedule(int cycles, double? targetSparsity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cycles, 1);
        Cycles = cycles;
        TargetSparsity = targetSparsity is { } sparsity ? SparsityTarget.Check(sparsity) : null;
    }

    /// <summary>How many clips it takes.</summary>
    public int Cycles { get; }

    /// <summary>The share of neurons that has left at the end; null where a budget says what is left.</summary>
    public double? TargetSparsity { get; }

    /// <summary>The share of what there was before the first clip that is left after a clip.</summary>
    /// <param name="cycle">The clip's cycle, from 0; the last one, and any after it, leaves <paramref name="end"/>.</param>
    /// <param name="end">The share that is left at the end, in (0, 1].</param>
    public double CountShare(int cycle, double end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cycle);
        return cycle >= Cycles - 1 ? end : Math.Clamp(ShareAt((cycle + 1.0) / Cycles, end), end, 1);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The schedule was made without a sparsity.</exception>
    public int CountKept(int initial, int current, int cycle)
    {
        var sparsity = TargetSparsity ?? throw new InvalidOperationException(
            $"The {GetType().Name} was made without a sparsity, so that it goes nowhere without a budget.");
        return ((ITargetedSchedule)this).CountKept(initial, current, cycle, SparsityTarget.CountLeft(initial, sparsity));
    }

    int ITargetedSchedule.CountKept(int initial, int current, int cycle, int end)
    {
        var count = (int)Math.Round(initial * CountShare(cycle, (double)end / initial), MidpointRounding.AwayFromZero);
        return current <= end ? current : Math.Clamp(count, end, current - 1);
    }

    /// <summary>The share that is left on the way.</summary>
    /// <param name="way">The share of the clips that are made, between 0 and 1.</param>
    /// <param name="end">The share that is left at the end, in (0, 1].</param>
    protected abstract double ShareAt(double way, double end);
}
