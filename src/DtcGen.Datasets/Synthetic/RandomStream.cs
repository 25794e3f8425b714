namespace DtcGen.Datasets;

/// <summary>
/// A stream of random numbers (SplitMix64) that is the same everywhere: integers, and doubles made from them by
/// exact operations alone.
/// </summary>
internal struct RandomStream(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for each (seed, set, index), so that no image depends on how many there are.</summary>
    public static RandomStream For(long seed, uint set, long index)
    {
        var outer = new RandomStream(unchecked((ulong)seed));
        var middle = new RandomStream(outer.Next() ^ set);
        return new RandomStream(middle.Next() ^ (ulong)index);
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number in [0, <paramref name="count"/>); the bias is below 2⁻⁵⁰ for the small counts used here.</summary>
    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>A number in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double Between(double low, double high) => low + (high - low) * (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// A bell-shaped number around 0 with the given standard deviation, at most 3.46 of them away: the sum of four
    /// uniform ones, which needs no function whose last bit differs between platforms.
    /// </summary>
    public double Bell(double deviation)
    {
        var sum = Between(-1, 1) + Between(-1, 1) + Between(-1, 1) + Between(-1, 1);

        // Each term has variance 1/3.
        return sum * deviation * 0.8660254037844386;
    }
}
