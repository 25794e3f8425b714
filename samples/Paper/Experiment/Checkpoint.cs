using DtcGen.Training;

namespace DtcGen.Samples.Paper;

/// <summary>
/// Where a run stands after a cycle: everything that the next cycle depends on. Random numbers need no state of
/// their own: every draw is made from a seed afresh.
/// </summary>
/// <param name="State">The compression's own state.</param>
/// <param name="Rays">What the weight rays showed in each cycle; null for a method without them.</param>
/// <param name="Memory">What the criterion remembers.</param>
/// <param name="Weights">The network's parameters as the model's own save method writes them.</param>
internal sealed record Checkpoint(CompressState State, IReadOnlyList<RayRecord?> Rays, IReadOnlyList<int> Memory, byte[] Weights)
{
    /// <summary>The cycles as the reports show them.</summary>
    public IReadOnlyList<PaperCycle> Cycles
        => [.. State.Cycles.Zip(Rays, (cycle, rays) => new PaperCycle(cycle.Neurons, cycle.Metric!.Value, rays))];
}
