namespace DtcGen.Benchmarks;

/// <summary>Our time beside a peer's, both medians, for one piece of work; the peer is null where it was not measured.</summary>
internal sealed record BenchmarkResult(string Name, int Threads, double Ours, double? Peer, string? PeerName, string Unit)
{
    /// <summary>Our time over the peer's: below 1 is faster.</summary>
    public double? Ratio => Ours / Peer;
}
