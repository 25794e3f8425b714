namespace DtcGen.Training;

/// <summary>How a compression ended.</summary>
/// <param name="State">Where it stands; its cycles are the run's records.</param>
/// <param name="Completed">False when it was cancelled before the schedule's end.</param>
public sealed record CompressResult(CompressState State, bool Completed)
{
    /// <summary>The cycles completed.</summary>
    public IReadOnlyList<CycleRecord> Cycles => State.Cycles;

    /// <summary>
    /// How far it came, as <c>completed: 14 cycles, 2800 steps, 75.0 % gone</c>, and a line for each group.
    /// </summary>
    public override string ToString() => $"{(Completed ? "completed" : "cancelled")}: {State}";
}
