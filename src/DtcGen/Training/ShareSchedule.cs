using DtcGen.Criteria;

namespace DtcGen.Training;

/// <summary>
/// A share of the neurons leaves at each clip, until exactly the asked sparsity is reached: the last clip
/// takes just what is missing.
/// </summary>
public sealed record ShareSchedule : IClipSchedule, ITargetedSchedule
{
    /// <summary>The default of <see cref="ShareClipped"/>, as in the published run.</summary>
    public const double DefaultShareClipped = 0.1;

    /// <summary>Makes a schedule.</summary>
    /// <param name="targetSparsity">The share of neurons that has left at the end, in [0, 1).</param>
    /// <param name="shareClipped">The share that leaves at each clip, in (0, 1).</param>
    /// <param name="multipleOf">
    /// The number left at the end is the nearest multiple of this, and at least this; at least 1. Convolutions run
    /// fastest where the channels fill the machine's vectors: ONNX Runtime takes blocks of 8 or 16.
    /// </param>
    public ShareSchedule(double targetSparsity, double shareClipped = DefaultShareClipped, int multipleOf = 1)
    {
        TargetSparsity = SparsityTarget.Check(targetSparsity);
        if (!(shareClipped > 0 && shareClipped < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(shareClipped), shareClipped, "The share clipped per cycle must lie between 0 and 1.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(multipleOf, 1);
        ShareClipped = shareClipped;
        MultipleOf = multipleOf;
    }

    /// <summary>The share of neurons that has left at the end.</summary>
    public double TargetSparsity { get; }

    /// <summary>The share of its neurons that leaves a group at each clip.</summary>
    public double ShareClipped { get; }

    /// <summary>What the number left at the end is a multiple of.</summary>
    public int MultipleOf { get; }

    /// <inheritdoc/>
    public int CountKept(int initial, int current, int cycle) => ((ITargetedSchedule)this).CountKept(
        initial, current, cycle, SparsityTarget.CountLeft(initial, TargetSparsity, MultipleOf));

    int ITargetedSchedule.CountKept(int initial, int current, int cycle, int end)
        => Math.Min(current, Math.Max(end, NeuronSelection.CountKept(current, 1 - ShareClipped)));

    /// <summary>How many cycles a group takes.</summary>
    /// <param name="neurons">How many neurons it has at first.</param>
    public int CountCycles(int neurons)
    {
        var cycles = 0;
        for (var current = neurons; CountKept(neurons, current, cycles) is var kept && kept < current; current = kept)
        {
            cycles++;
        }

        return cycles;
    }
}
