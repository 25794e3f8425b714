namespace DtcGen.Training;

/// <summary>Decides how many neurons a group keeps at each clip.</summary>
public interface IClipSchedule
{
    /// <summary>
    /// How many neurons a group keeps at the next clip. The run ends when every group keeps all it has.
    /// </summary>
    /// <param name="initial">How many it had before the first clip.</param>
    /// <param name="current">How many it has now.</param>
    /// <param name="cycle">The cycle, from 0.</param>
    /// <returns>From 1 to <paramref name="current"/>.</returns>
    int CountKept(int initial, int current, int cycle);
}
