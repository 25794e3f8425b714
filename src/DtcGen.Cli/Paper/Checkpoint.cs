namespace DtcGen.Cli.Paper;

/// <summary>
/// Where a run stands after a cycle: everything that the next cycle depends on. Random numbers need no state of
/// their own: every draw is made from a seed afresh.
/// </summary>
/// <param name="Cycles">The cycles that are done.</param>
/// <param name="Order">
/// What <see cref="IClipRule"/> remembers between clips, or empty.
/// </param>
/// <param name="Weights">The network's parameters as the model's own save method writes them.</param>
internal sealed record Checkpoint(IReadOnlyList<CycleRecord> Cycles, IReadOnlyList<int> Order, byte[] Weights);
