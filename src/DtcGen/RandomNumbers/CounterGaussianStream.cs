using DtcGen.Replay;

namespace DtcGen.RandomNumbers;

/// <summary>
/// Standard normal numbers that are a pure function of seed and position: a 64-bit mixing function of the
/// counter (SplitMix64's), shaped by the ziggurat method. Several times as fast as
/// <see cref="NumPyLegacyRandom"/>, and the same on every machine.
/// </summary>
internal sealed class CounterGaussianStream : IGaussianStream
{
    // Doornik's constants for 128 layers: where the tail begins, and each layer's area.
    private const int Layers = 128;
    private const double TailStart = 3.442619855899;
    private const double LayerArea = 9.91256303526217e-3;
    private const ulong Increment = 0x9E3779B97F4A7C15;
    private const double Unit = 1.0 / (1UL << 53);

    private static readonly double[] Edges = MakeEdges();

    private readonly ulong _key;
    private ulong _position;

    /// <summary>Starts the stream of a seed at its beginning.</summary>
    /// <param name="seed">Any number; different seeds give unrelated streams.</param>
    public CounterGaussianStream(ulong seed) => _key = Mix(seed + Increment);

    /// <inheritdoc/>
    public void Fill(Span<double> destination)
    {
        foreach (ref var value in destination)
        {
            value = At(_position++);
        }
    }

    private static double[] MakeEdges()
    {
        var edges = new double[Layers + 1];
        var density = Math.Exp(-0.5 * TailStart * TailStart);
        edges[0] = LayerArea / density;
        edges[1] = TailStart;
        for (var layer = 2; layer < Layers; layer++)
        {
            edges[layer] = Math.Sqrt(-2 * Math.Log((LayerArea / edges[layer - 1]) + density));
            density = Math.Exp(-0.5 * edges[layer] * edges[layer]);
        }

        return edges;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }

    private double At(ulong place)
    {
        var bits = Mix(_key + (place * Increment));
        while (true)
        {
            // The layer takes the low bits, the place in it the high ones.
            var layer = (int)(bits % Layers);
            var offset = (2 * (bits >> 11) * Unit) - 1;
            var value = offset * Edges[layer];
            if (Math.Abs(value) < Edges[layer + 1])
            {
                return value;
            }

            // Rarely: further bits for this place come from mixing its own again.
            bits = Mix(bits + Increment);
            if (layer == 0)
            {
                return Math.CopySign(Tail(ref bits), offset);
            }

            var outer = Math.Exp(-0.5 * ((Edges[layer] * Edges[layer]) - (value * value)));
            var inner = Math.Exp(-0.5 * ((Edges[layer + 1] * Edges[layer + 1]) - (value * value)));
            if (inner + ((bits >> 11) * Unit * (outer - inner)) < 1)
            {
                return value;
            }

            bits = Mix(bits + Increment);
        }
    }

    /// <summary>A number beyond the last layer's edge, by Marsaglia's method.</summary>
    private static double Tail(ref ulong bits)
    {
        while (true)
        {
            var beyond = -Math.Log(((bits >> 11) + 1) * Unit) / TailStart;
            bits = Mix(bits + Increment);
            var height = -Math.Log(((bits >> 11) + 1) * Unit);
            bits = Mix(bits + Increment);
            if (2 * height > beyond * beyond)
            {
                return TailStart + beyond;
            }
        }
    }
}
