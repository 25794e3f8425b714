using System.IO.Compression;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Compressibility;

/// <summary>What weights would take once small ones are zeroed and the rest quantised.</summary>
public sealed record WeightCompression
{
    /// <summary>Levels on either side of zero: with zero, one byte holds a weight.</summary>
    private const int Levels = 127;

    /// <summary>How many weights there are.</summary>
    public required long Weights { get; init; }

    /// <summary>How many are not zero after the threshold.</summary>
    public required long NonZeros { get; init; }

    /// <summary>The share of weights that is zero after the threshold.</summary>
    public double Sparsity => Weights == 0 ? 0 : 1 - ((double)NonZeros / Weights);

    /// <summary>The entropy of the quantised weights, zeros included, in bits per weight.</summary>
    public required double BitsPerWeight { get; init; }

    /// <summary>The entropy of the quantised weights that are not zero, in bits per such weight.</summary>
    public required double BitsPerNonZero { get; init; }

    /// <summary>Bytes by the entropy: no code for independent weights is shorter.</summary>
    public long EntropyBytes => (long)Math.Ceiling(BitsPerWeight * Weights / 8);

    /// <summary>Bytes after DEFLATE, one byte per weight before it.</summary>
    public required long DeflateBytes { get; init; }

    /// <summary>Sets weights to zero whose magnitude is below a share of their tensor's largest.</summary>
    /// <param name="model">The model; it is changed.</param>
    /// <param name="share">The threshold's share, in [0, 1).</param>
    public static void Threshold(Module model, double share)
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckShare(share);
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        foreach (var parameter in WeightsOf(model))
        {
            var magnitudes = parameter.abs();
            var largest = magnitudes.max().cpu().to(ScalarType.Float64).item<double>();
            parameter.masked_fill_(magnitudes.lt(share * largest), 0);
        }
    }

    /// <summary>Measures a model's weights, each tensor quantised in 127 steps up to its largest magnitude.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="share">Weights below this share of their tensor's largest magnitude count as zero, in [0, 1).</param>
    public static WeightCompression Measure(Module model, double share = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckShare(share);
        var symbols = new List<sbyte>();
        using (NewDisposeScope())
        {
            foreach (var parameter in WeightsOf(model))
            {
                Quantise(parameter.detach().cpu().to(ScalarType.Float64).contiguous().data<double>().ToArray(), share, symbols);
            }
        }

        return Measure(symbols);
    }

    internal static WeightCompression Measure(IReadOnlyCollection<sbyte> symbols)
    {
        var nonZeros = symbols.Where(symbol => symbol != 0).ToArray();
        return new WeightCompression
        {
            Weights = symbols.Count,
            NonZeros = nonZeros.Length,
            BitsPerWeight = Entropy(symbols),
            BitsPerNonZero = Entropy(nonZeros),
            DeflateBytes = Deflate(symbols),
        };
    }

    private static void CheckShare(double share)
    {
        if (!(share >= 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The threshold's share must lie in [0, 1).");
        }
    }

    private static IEnumerable<Parameter> WeightsOf(Module model) => model.parameters().Where(parameter => parameter.ndim >= 2);

    private static void Quantise(double[] weights, double share, List<sbyte> symbols)
    {
        var largest = weights.Length == 0 ? 0 : weights.Max(Math.Abs);
        foreach (var weight in weights)
        {
            if (largest == 0 || weight == 0 || Math.Abs(weight) < share * largest)
            {
                symbols.Add(0);
                continue;
            }

            // A weight that stays is not rounded away: the least step stands for it.
            var level = Math.Max(1, Math.Round(Math.Abs(weight) / largest * Levels));
            symbols.Add((sbyte)(Math.Sign(weight) * level));
        }
    }

    private static double Entropy(IReadOnlyCollection<sbyte> symbols)
    {
        double bits = 0;
        foreach (var group in symbols.GroupBy(symbol => symbol))
        {
            var share = (double)group.Count() / symbols.Count;
            bits -= share * Math.Log2(share);
        }

        return bits;
    }

    private static long Deflate(IReadOnlyCollection<sbyte> symbols)
    {
        using var target = new MemoryStream();
        using (var deflate = new DeflateStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write([.. symbols.Select(symbol => unchecked((byte)symbol))]);
        }

        return target.Length;
    }
}
