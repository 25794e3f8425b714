namespace DtcGen.Benchmarks;

/// <summary>
/// Rounds of our work and a peer's in turn, so that both see the same machine; what counts is the median over all rounds.
/// </summary>
internal static class Rounds
{
    private const int Count = 3;

    /// <summary>Measures the rounds.</summary>
    /// <param name="ours">Times our pieces of work, by name; warms up before.</param>
    /// <param name="peer">The same for the peer, or null when there is none.</param>
    /// <returns>The medians, by name.</returns>
    public static (Dictionary<string, double> Ours, Dictionary<string, double> Peer) Run(
        Func<Dictionary<string, List<double>>> ours, Func<Dictionary<string, List<double>>>? peer)
    {
        List<Dictionary<string, List<double>>> mine = [], theirs = [];
        for (var round = 0; round < Count; round++)
        {
            mine.Add(ours());
            if (peer is not null)
            {
                theirs.Add(peer());
            }
        }

        return (Medians(mine), Medians(theirs));
    }

    private static Dictionary<string, double> Medians(List<Dictionary<string, List<double>>> rounds) => rounds
        .SelectMany(static round => round)
        .GroupBy(static work => work.Key, static work => work.Value)
        .ToDictionary(static work => work.Key, static work => Timing.Median([.. work.SelectMany(static times => times)]));
}
