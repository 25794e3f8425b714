namespace DtcGen.RandomNumbers;

/// <summary>
/// NumPy's legacy generator (<c>numpy.random.RandomState</c>), bit for bit: MT19937 seeded with one 32-bit
/// number, Gaussians by the polar method, choice by shuffling. The published runs of the method draw their
/// measurement matrix and their random clips from it.
/// </summary>
public sealed class NumPyLegacyRandom : IGaussianStream
{
    private const int StateLength = 624;
    private const int Shift = 397;

    private readonly uint[] state = new uint[StateLength];
    private int position = StateLength;
    private double storedGaussian;
    private bool hasStoredGaussian;

    /// <summary>Seeds the generator as <c>numpy.random.seed(seed)</c> does.</summary>
    /// <param name="seed">Any 32-bit number.</param>
    public NumPyLegacyRandom(uint seed)
    {
        state[0] = seed;
        for (uint i = 1; i < StateLength; i++)
        {
            var previous = state[i - 1];
            state[i] = (1812433253u * (previous ^ (previous >> 30))) + i;
        }
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (position == StateLength)
        {
            Refill();
        }

        var bits = state[position++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9D2C5680u;
        bits ^= (bits << 15) & 0xEFC60000u;
        return bits ^ (bits >> 18);
    }

    /// <summary>The next number in [0, 1), with 53 random bits.</summary>
    public double NextDouble()
    {
        var high = NextUInt32() >> 5;
        var low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    /// <summary>The next standard normal number. They come in pairs, the second one kept for the next call.</summary>
    public double NextGaussian()
    {
        if (hasStoredGaussian)
        {
            hasStoredGaussian = false;
            return storedGaussian;
        }

        double x, y, square;
        do
        {
            x = (2.0 * NextDouble()) - 1.0;
            y = (2.0 * NextDouble()) - 1.0;
            square = (x * x) + (y * y);
        }
        while (square >= 1.0 || square == 0.0);

        var factor = Math.Sqrt(-2.0 * Math.Log(square) / square);
        storedGaussian = factor * x;
        hasStoredGaussian = true;
        return factor * y;
    }

    /// <inheritdoc/>
    public void Fill(Span<double> destination)
    {
        foreach (ref var value in destination)
        {
            value = NextGaussian();
        }
    }

    /// <summary>Draws without replacement, as <c>numpy.random.choice(population, count, replace=False)</c> does.</summary>
    /// <param name="population">The numbers 0 … population − 1 are drawn from.</param>
    /// <param name="count">How many to draw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or larger than <paramref name="population"/>.</exception>
    public int[] Choice(int population, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, population);
        return Permutation(population)[..count];
    }

    /// <summary>The numbers 0 … length − 1 in random order, as <c>numpy.random.permutation(length)</c> gives them.</summary>
    /// <param name="length">How many numbers.</param>
    public int[] Permutation(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var order = new int[length];
        for (var i = 0; i < length; i++)
        {
            order[i] = i;
        }

        for (var i = length - 1; i > 0; i--)
        {
            var other = (int)NextUpTo((uint)i);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    /// <summary>A number in [0, max], by rejection under the smallest mask that covers it.</summary>
    private uint NextUpTo(uint max)
    {
        var mask = uint.MaxValue >> System.Numerics.BitOperations.LeadingZeroCount(max);
        uint value;
        do
        {
            value = NextUInt32() & mask;
        }
        while (value > max);
        return value;
    }

    private void Refill()
    {
        for (var i = 0; i < StateLength; i++)
        {
            var next = i + 1 == StateLength ? 0 : i + 1;
            var shifted = i + Shift < StateLength ? i + Shift : i + Shift - StateLength;
            var mixed = (state[i] & 0x80000000u) | (state[next] & 0x7FFFFFFFu);
            state[i] = state[shifted] ^ (mixed >> 1) ^ ((mixed & 1) == 0 ? 0u : 0x9908B0DFu);
        }

        position = 0;
    }
}
