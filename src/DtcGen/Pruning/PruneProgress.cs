namespace DtcGen;

/// <summary>Where a pruning stands.</summary>
/// <param name="Stage">
/// What it does: <c>activations</c>, <c>gradients</c>, <c>scores</c>, <c>budget</c>, <c>refit</c>, <c>statistics</c>, <c>output</c>.
/// </param>
/// <param name="Done">How many batches, groups, sizes, layers or rounds of it are done.</param>
/// <param name="Total">How many there are; null where that is not known.</param>
public sealed record PruneProgress(string Stage, int Done, int? Total);
