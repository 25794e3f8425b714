namespace DtcGen.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Threads">The thread counts to measure with.</param>
/// <param name="Peers">Whether to measure the peers too.</param>
/// <param name="TorchPruning">A folder with Torch-Pruning's work tree, or null.</param>
internal sealed record BenchmarkSettings(IReadOnlyList<int> Threads, bool Peers, string? TorchPruning);
