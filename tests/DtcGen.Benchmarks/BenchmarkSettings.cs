namespace DtcGen.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Threads">The thread counts to measure with.</param>
/// <param name="Data">The folder of the data sets, or null.</param>
/// <param name="Peers">Whether to measure the peers too.</param>
internal sealed record BenchmarkSettings(IReadOnlyList<int> Threads, string? Data, bool Peers);
