namespace DtcGen.Generators.Reading.Expressions;

/// <summary>What stands between a tensor's brackets for one dimension.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Start">The entry to take, or the first of a stretch; negative ones count from the end.</param>
/// <param name="Stop">The entry to stop before; null for the end.</param>
/// <param name="Step">The distance of the entries of a stretch.</param>
internal sealed record TensorIndexItem(TensorIndexKind Kind, long Start = 0, long? Stop = null, long Step = 1)
{
    public static TensorIndexItem Single(long index) => new(TensorIndexKind.Single, index);

    public static TensorIndexItem Slice(long start, long? stop, long step = 1) => new(TensorIndexKind.Slice, start, stop, step);
}
