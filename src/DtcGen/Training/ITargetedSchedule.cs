namespace DtcGen.Training;

/// <summary>A schedule that knows the way to any number of neurons, which a rule may ask of a layer.</summary>
internal interface ITargetedSchedule : IClipSchedule
{
    /// <summary>As <see cref="IClipSchedule.CountKept"/>, for a group that ends at a number of its own.</summary>
    /// <param name="initial">How many it had before the first clip.</param>
    /// <param name="current">How many it has now.</param>
    /// <param name="cycle">The cycle, from 0.</param>
    /// <param name="end">How many it has at the end, from 1 to <paramref name="initial"/>.</param>
    int CountKept(int initial, int current, int cycle, int end);
}
