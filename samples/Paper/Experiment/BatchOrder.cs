using DtcGen.Replay;

namespace DtcGen.Samples.Paper;

/// <summary>The order in which a repeat sees the training batches.</summary>
internal static class BatchOrder
{
    /// <summary>File order for the first repeat, as published; an order drawn from the seed for the others.</summary>
    /// <param name="batches">The batches in file order.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="seed">Its seed.</param>
    public static IReadOnlyList<Batch> Of(IReadOnlyList<Batch> batches, int repeat, long seed)
        => repeat == 0 ? batches : [.. new NumPyLegacyRandom((uint)seed).Permutation(batches.Count).Select(i => batches[i])];
}
