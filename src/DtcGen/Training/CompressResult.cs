namespace DtcGen.Training;

/// <summary>How a compression ended.</summary>
/// <param name="State">Where it stands; its cycles are the run's records.</param>
/// <param name="Completed">False when it was cancelled before the schedule's end.</param>
public sealed record CompressResult(CompressState State, bool Completed)
{
    /// <summary>The cycles completed.</summary>
    public IReadOnlyList<CycleRecord> Cycles => State.Cycles;
}
