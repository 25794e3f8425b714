namespace DtcGen.Generators.Tests.Harness;

/// <summary>Which neurons stay.</summary>
internal static class KeepSets
{
    /// <summary>The first neurons.</summary>
    public static long[] All(long count) => [.. Enumerable.Range(0, (int)count).Select(static i => (long)i)];

    /// <summary>Any neurons.</summary>
    public static long[] Random(long count, int kept, Random chance)
    {
        var all = All(count);
        chance.Shuffle(all);
        return [.. all.Take(kept).Order()];
    }
}
