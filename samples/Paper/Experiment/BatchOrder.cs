using DtcGen.Replay;

namespace DtcGen.Samples.Paper;

/// <summary>The order in which a run sees the training batches.</summary>
internal static class BatchOrder
{
    /// <summary>File order for the published seed, as published; an order drawn from the seed for the others.</summary>
    /// <param name="batches">The batches in file order.</param>
    /// <param name="seed">The run's seed.</param>
    public static IReadOnlyList<Batch> Of(IReadOnlyList<Batch> batches, long seed)
        => seed == PaperProtocol.PublishedSeed
            ? batches
            : [.. new NumPyLegacyRandom((uint)seed).Permutation(batches.Count).Select(i => batches[i])];
}
