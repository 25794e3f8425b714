using System.Numerics.Tensors;

namespace DtcGen.RandomNumbers;

/// <summary>
/// Standard normal numbers that are a pure function of seed and position: each counter value goes through
/// the Philox 4×32-10 rounds, and pairs of uniform numbers through the Box–Muller transform, block by block
/// in vector registers. Several times as fast as <see cref="NumPyLegacyRandom"/>; the last bits may differ
/// between processor families.
/// </summary>
public sealed class CounterGaussianStream : IGaussianStream
{
    private const int Block = 512;
    private const int Half = Block / 2;

    private readonly uint key0;
    private readonly uint key1;
    private readonly double[] buffer = new double[Block];
    private readonly double[] radius = new double[Half];
    private readonly double[] angle = new double[Half];
    private readonly double[] cosine = new double[Half];
    private ulong block;
    private int position = Block;

    /// <summary>Starts the stream of a seed at its beginning.</summary>
    /// <param name="seed">Any number; different seeds give unrelated streams.</param>
    public CounterGaussianStream(ulong seed)
    {
        key0 = (uint)seed;
        key1 = (uint)(seed >> 32);
    }

    /// <inheritdoc/>
    public void Fill(Span<double> destination)
    {
        while (!destination.IsEmpty)
        {
            if (position == Block)
            {
                NextBlock();
            }

            var count = Math.Min(destination.Length, Block - position);
            buffer.AsSpan(position, count).CopyTo(destination);
            destination = destination[count..];
            position += count;
        }
    }

    private void NextBlock()
    {
        for (var pair = 0; pair < Half; pair++)
        {
            var (high, low, turnHigh, turnLow) = Philox((block * Half) + (ulong)pair);

            // (0, 1], so that the logarithm is finite; and [0, 1) for the angle.
            radius[pair] = (((((ulong)high << 32) | low) >> 11) + 1) * (1.0 / (1UL << 53));
            angle[pair] = ((((ulong)turnHigh << 32) | turnLow) >> 11) * (Math.Tau / (1UL << 53));
        }

        TensorPrimitives.Log(radius, radius);
        TensorPrimitives.Multiply(radius, -2.0, radius);
        TensorPrimitives.Sqrt(radius, radius);
        TensorPrimitives.Cos(angle, cosine);
        TensorPrimitives.Sin(angle, angle);
        TensorPrimitives.Multiply(radius, cosine, buffer.AsSpan(0, Half));
        TensorPrimitives.Multiply(radius, angle, buffer.AsSpan(Half, Half));
        block++;
        position = 0;
    }

    private (uint A, uint B, uint C, uint D) Philox(ulong counter)
    {
        const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57, Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
        uint c0 = (uint)counter, c1 = (uint)(counter >> 32), c2 = 0, c3 = 0, k0 = key0, k1 = key1;
        for (var round = 0; round < 10; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ k0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ k1, (uint)product0);
            k0 += Weyl0;
            k1 += Weyl1;
        }

        return (c0, c1, c2, c3);
    }
}
