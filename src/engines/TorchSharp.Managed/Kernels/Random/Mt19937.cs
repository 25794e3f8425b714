using System.Buffers.Binary;

namespace TorchSharp.Kernels;

/// <summary>
/// The Mersenne Twister of 32 bits as libtorch's CPU generator uses it, with the second half of the last pair of
/// normal numbers kept for the next call. Not thread-safe: callers lock the generator.
/// </summary>
internal sealed class Mt19937
{
    /// <summary>Bytes of <see cref="GetState"/>.</summary>
    public const int StateBytes = 5056;

    private const int Size = 624;
    private const int Shift = 397;

    // Offsets of the saved state: that of PyTorch's CPU generator, whose words of the twister take 64 bits each.
    private const int SeedOffset = 0;
    private const int LeftOffset = 8;
    private const int SeededOffset = 12;
    private const int NextOffset = 16;
    private const int WordsOffset = 24;
    private const int NormalOffset = WordsOffset + (8 * Size) + 8;
    private const int NormalValidOffset = NormalOffset + 16;

    private readonly uint[] words = new uint[Size];
    private int left;
    private int next;
    private double? keptNormal;

    public Mt19937(ulong seed) => Seed(seed);

    /// <summary>The number this stream was started from.</summary>
    public ulong InitialSeed { get; private set; }

    /// <summary>Starts the stream anew; only the seed's low 32 bits matter, as in libtorch.</summary>
    public void Seed(ulong seed)
    {
        InitialSeed = seed;
        words[0] = (uint)seed;
        for (uint index = 1; index < Size; index++)
        {
            uint before = words[index - 1];
            words[index] = (1812433253 * (before ^ (before >> 30))) + index;
        }

        left = 1;
        next = 0;
        keptNormal = null;
    }

    /// <summary>32 random bits.</summary>
    public uint Next32()
    {
        if (--left == 0)
        {
            Twist();
        }

        uint value = words[next++];
        value ^= value >> 11;
        value ^= (value << 7) & 0x9d2c5680;
        value ^= (value << 15) & 0xefc60000;
        return value ^ (value >> 18);
    }

    /// <summary>64 random bits, the high half drawn first.</summary>
    public ulong Next64()
    {
        ulong high = Next32();
        return (high << 32) | Next32();
    }

    /// <summary>Uniform in [0, 1) from 24 bits.</summary>
    public float NextSingle() => (Next32() & ((1 << 24) - 1)) * (1f / (1 << 24));

    /// <summary>Uniform in [0, 1) from 53 bits.</summary>
    public double NextDouble() => (Next64() & ((1L << 53) - 1)) * (1.0 / (1L << 53));

    /// <summary>Standard normal by Box–Muller in double precision; every second call returns the kept half of a pair.</summary>
    public double NextNormal()
    {
        if (keptNormal is { } kept)
        {
            keptNormal = null;
            return kept;
        }

        double angle = 2.0 * Math.PI * NextDouble();
        double radius = Math.Sqrt(-2.0 * LogOnePlus.OfNonPositive(-NextDouble()));
        keptNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>The whole state in PyTorch's layout.</summary>
    public byte[] GetState()
    {
        byte[] state = new byte[StateBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(SeedOffset), InitialSeed);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(LeftOffset), left);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(SeededOffset), 1);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(NextOffset), (ulong)next);
        for (int index = 0; index < Size; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(WordsOffset + (8 * index)), words[index]);
        }

        BinaryPrimitives.WriteDoubleLittleEndian(state.AsSpan(NormalOffset), keptNormal ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(NormalValidOffset), keptNormal is null ? 0 : 1);
        return state;
    }

    /// <summary>Continues from a state that <see cref="GetState"/> or PyTorch saved.</summary>
    /// <exception cref="ArgumentException">The state has another length or impossible positions.</exception>
    public void SetState(ReadOnlySpan<byte> state)
    {
        if (state.Length != StateBytes)
        {
            throw new ArgumentException($"A generator's state has {StateBytes} bytes, not {state.Length}.", nameof(state));
        }

        int savedLeft = BinaryPrimitives.ReadInt32LittleEndian(state[LeftOffset..]);
        ulong savedNext = BinaryPrimitives.ReadUInt64LittleEndian(state[NextOffset..]);
        if (savedLeft is < 1 or > Size || savedNext > Size || BinaryPrimitives.ReadInt32LittleEndian(state[SeededOffset..]) == 0)
        {
            throw new ArgumentException("These bytes are not the state of a seeded generator.", nameof(state));
        }

        InitialSeed = BinaryPrimitives.ReadUInt64LittleEndian(state[SeedOffset..]);
        left = savedLeft;
        next = (int)savedNext;
        for (int index = 0; index < Size; index++)
        {
            words[index] = (uint)BinaryPrimitives.ReadUInt64LittleEndian(state[(WordsOffset + (8 * index))..]);
        }

        bool kept = BinaryPrimitives.ReadInt32LittleEndian(state[NormalValidOffset..]) != 0;
        keptNormal = kept ? BinaryPrimitives.ReadDoubleLittleEndian(state[NormalOffset..]) : null;
    }

    private void Twist()
    {
        left = Size;
        next = 0;
        for (int index = 0; index < Size; index++)
        {
            uint mixed = (words[index] & 0x80000000) | (words[(index + 1) % Size] & 0x7fffffff);
            uint twisted = words[(index + Shift) % Size] ^ (mixed >> 1);
            words[index] = (mixed & 1) == 0 ? twisted : twisted ^ 0x9908b0df;
        }
    }
}
