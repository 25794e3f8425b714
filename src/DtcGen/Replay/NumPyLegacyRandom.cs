using System.Numerics;
using System.Runtime.CompilerServices;
using DtcGen.RandomNumbers;

namespace DtcGen.Replay;

/// <summary>
/// To repeat the published run (arXiv 2505.23869), which draws its measurement matrix and its random clips from it: NumPy's
/// legacy generator (<c>numpy.random.RandomState</c>), bit for bit. MT19937 seeded with one 32-bit number, Gaussians by the
/// polar method, choice by shuffling.
/// </summary>
public sealed class NumPyLegacyRandom : IGaussianStream
{
    private const int StateLength = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[StateLength];
    private readonly uint[] _tempered = new uint[StateLength];
    private int _position = StateLength;
    private double _storedGaussian;
    private bool _hasStoredGaussian;

    /// <summary>Seeds the generator as <c>numpy.random.seed(seed)</c> does.</summary>
    /// <param name="seed">Any 32-bit number.</param>
    public NumPyLegacyRandom(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < StateLength; i++)
        {
            var previous = _state[i - 1];
            _state[i] = (1812433253u * (previous ^ (previous >> 30))) + i;
        }
    }

    /// <summary>The next 32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        if (_position == StateLength)
        {
            Refill();
        }

        return _tempered[_position++];
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
        if (_hasStoredGaussian)
        {
            _hasStoredGaussian = false;
            return _storedGaussian;
        }

        (var first, _storedGaussian) = NextPair();
        _hasStoredGaussian = true;
        return first;
    }

    /// <inheritdoc/>
    public void Fill(Span<double> destination)
    {
        var done = 0;
        if (_hasStoredGaussian && !destination.IsEmpty)
        {
            destination[done++] = NextGaussian();
        }

        // Whole pairs need no storing.
        for (; done + 2 <= destination.Length; done += 2)
        {
            (destination[done], destination[done + 1]) = NextPair();
        }

        if (done < destination.Length)
        {
            destination[done] = NextGaussian();
        }
    }

    /// <summary>Draws without replacement, as <c>numpy.random.choice(population, count, replace=False)</c> does.</summary>
    /// <param name="population">The numbers 0 … population − 1 are drawn from.</param>
    /// <param name="count">How many to draw.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or larger than
    /// <paramref name="population"/>.</exception>
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

    /// <summary>Two independent normal numbers, by the polar method.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (double First, double Second) NextPair()
    {
        double x, y, square;
        do
        {
            x = (2.0 * NextDouble()) - 1.0;
            y = (2.0 * NextDouble()) - 1.0;
            square = (x * x) + (y * y);
        }
        while (square >= 1.0 || square == 0.0);

        var factor = Math.Sqrt(-2.0 * Math.Log(square) / square);
        return (factor * y, factor * x);
    }

    /// <summary>A number in [0, max], by rejection under the smallest mask that covers it.</summary>
    private uint NextUpTo(uint max)
    {
        var mask = uint.MaxValue >> BitOperations.LeadingZeroCount(max);
        uint value;
        do
        {
            value = NextUInt32() & mask;
        }
        while (value > max);
        return value;
    }

    /// <summary>Moves the state on and prepares its numbers, a register at a time: the recurrence reaches far back.</summary>
    private void Refill()
    {
        const int Wrapped = StateLength - Shift;
        Twist(0, Wrapped, Shift);
        Twist(Wrapped, StateLength - 1, 0);
        _state[StateLength - 1] = _state[Shift - 1] ^ Mixed(_state[StateLength - 1], _state[0]);
        for (var i = 0; i < StateLength; i += Vector<uint>.Count)
        {
            // The last register reaches back where the length is no whole multiple of it.
            var at = Math.Min(i, StateLength - Vector<uint>.Count);
            var bits = new Vector<uint>(_state, at);
            bits ^= bits >>> 11;
            bits ^= (bits << 7) & new Vector<uint>(0x9D2C5680u);
            bits ^= (bits << 15) & new Vector<uint>(0xEFC60000u);
            (bits ^ (bits >>> 18)).CopyTo(_tempered, at);
        }

        _position = 0;
    }

    /// <summary>Replaces the words of a range, the first of them from the one at <paramref name="source"/>.</summary>
    private void Twist(int from, int to, int source)
    {
        var i = from;
        for (; i + Vector<uint>.Count <= to; i += Vector<uint>.Count)
        {
            var (high, low) = (new Vector<uint>(_state, i), new Vector<uint>(_state, i + 1));
            var mixed = (high & new Vector<uint>(0x80000000u)) | (low & new Vector<uint>(0x7FFFFFFFu));
            var odd = Vector<uint>.Zero - (mixed & Vector<uint>.One);
            (new Vector<uint>(_state, source + i - from) ^ (mixed >>> 1) ^ (odd & new Vector<uint>(0x9908B0DFu))).CopyTo(_state, i);
        }

        for (; i < to; i++)
        {
            _state[i] = _state[source + i - from] ^ Mixed(_state[i], _state[i + 1]);
        }
    }

    private static uint Mixed(uint high, uint low)
    {
        var mixed = (high & 0x80000000u) | (low & 0x7FFFFFFFu);
        return (mixed >> 1) ^ ((mixed & 1) == 0 ? 0u : 0x9908B0DFu);
    }
}
