using DtcGen.Criteria;
using DtcGen.Training;

namespace DtcGen.Replay;

/// <summary>
/// To repeat the published run (arXiv 2505.23869), its schedule: a share of the neurons leaves at each clip until a group
/// has no more than a number of them, 10 there (34 clips from 512 neurons to 9).
/// </summary>
public sealed record FloorSchedule : IClipSchedule
{
    /// <summary>The default of <see cref="Floor"/>, as in the published run.</summary>
    public const int PublishedFloor = 10;

    /// <summary>Makes a schedule.</summary>
    /// <param name="floor">A group with no more neurons than this is left alone; at least 1.</param>
    /// <param name="shareClipped">The share that leaves at each clip, in (0, 1).</param>
    public FloorSchedule(int floor = PublishedFloor, double shareClipped = ShareSchedule.DefaultShareClipped)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(floor, 1);
        if (!(shareClipped > 0 && shareClipped < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(shareClipped), shareClipped, "The share clipped per cycle must lie between 0 and 1.");
        }

        Floor = floor;
        ShareClipped = shareClipped;
    }

    /// <summary>A group with no more neurons than this is left alone.</summary>
    public int Floor { get; }

    /// <summary>The share of its neurons that leaves a group at each clip.</summary>
    public double ShareClipped { get; }

    /// <inheritdoc/>
    public int CountKept(int initial, int current, int cycle)
        => current <= Floor ? current : NeuronSelection.CountKept(current, 1 - ShareClipped);
}
