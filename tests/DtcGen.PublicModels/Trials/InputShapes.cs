using System.Globalization;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.PublicModels.Trials;

/// <summary>Tensors that a parameter may take, the likeliest first.</summary>
internal static class InputShapes
{
    private static readonly long[] Sides = [32, 16, 28, 8, 64, 7, 96, 48, 224, 128, 256];

    /// <summary>Tensors for a parameter.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="isFirst">Whether it is the first that forward takes, which names tell little of.</param>
    /// <param name="hints">What the model's layers take.</param>
    public static IEnumerable<InputArgument> Of(string name, bool isFirst, IReadOnlyList<LayerHint> hints)
    {
        var plain = name.ToLowerInvariant();
        IEnumerable<InputArgument> first = plain.Contains("mask", StringComparison.Ordinal)
                ? [Mask(6), Zeros([-1, 6]), Zeros([-1, 1, 6, 6])]
            : plain.Contains("offset", StringComparison.Ordinal) ? [new("long[N], rising", static batch => arange(batch, ScalarType.Int64))]
            : !isFirst && (plain is "t" or "time" or "timestep" or "timesteps" or "step") ? [Words(100, []), Floats([])]
            : plain.Contains("pos", StringComparison.Ordinal) || plain.Contains("ids", StringComparison.Ordinal)
                || plain.Contains("idx", StringComparison.Ordinal) || plain.Contains("index", StringComparison.Ordinal)
                || plain.Contains("token", StringComparison.Ordinal)
                ? [Words(hints.FirstOrDefault(static hint => hint.Kind == LayerHintKind.Words)?.Size ?? 6, [6]), Words(6, [])]
            : [];
        var images = from side in Sides
                     from hint in hints
                     where hint.Kind == LayerHintKind.Image
                     select Floats([hint.Size, side, side]);
        var likely = hints.SelectMany(Likely);

        // The first layer says most, larger images come after all else.
        return first.Concat(likely).Concat(images).Concat(General()).DistinctBy(static argument => argument.Text);
    }

    private static IEnumerable<InputArgument> Likely(LayerHint hint) => hint.Kind switch
    {
        LayerHintKind.Image => [Floats([hint.Size, 32, 32]), Floats([hint.Size, 8, 8])],
        LayerHintKind.Signal => [Floats([hint.Size, 16]), Floats([hint.Size]), Floats([hint.Size, 64])],
        LayerHintKind.Volume => [Floats([hint.Size, 8, 8, 8]), Floats([hint.Size, 16, 16, 16])],
        LayerHintKind.Words => [Words(hint.Size, [6]), Words(hint.Size, [16]), Words(hint.Size, [2]), Words(hint.Size, [])],
        _ => [
            Floats([hint.Size]), Floats([6, hint.Size]), Floats([16, hint.Size]), Floats([4, 4, hint.Size]), Floats([hint.Size, 4, 4]),
            Floats([2, 6, hint.Size]),
        ],
    };

    private static IEnumerable<InputArgument> General() =>
    [
        Floats([16, 8, 8]), Floats([3, 32, 32]), Floats([16]), Floats([6, 16]), Floats([16, 6]), Words(16, [6]), Floats([1, 28, 28]),
        Floats([3, 64, 64]), Floats([2, 6, 8]), Floats([5, 4]), Floats([16, 4, 4, 4]), Floats([]), Floats([1]), Floats([3, 224, 224]),
        Words(5, []), Floats([8, 16, 16]), Floats([64, 8, 8]), Floats([1, 32, 32]), Floats([3, 640, 640]),
    ];

    private static InputArgument Floats(long[] sample) => new($"float[N{Text(sample)}]", batch => randn([batch, .. sample]));

    private static InputArgument Words(long count, long[] sample)
        => new($"long[N{Text(sample)}] below {count}", batch => randint(Math.Max(1, count), [batch, .. sample], ScalarType.Int64));

    private static InputArgument Mask(long length)
        => new($"float[{length},{length}], causal", _ => full([length, length], -1e4).triu(1), IsBatched: false);

    private static InputArgument Zeros(long[] shape)
        => new($"zeros[N{Text(shape[1..])}]", batch => zeros([batch, .. shape[1..]]));

    private static string Text(long[] sample)
        => string.Concat(sample.Select(static size => "," + size.ToString(CultureInfo.InvariantCulture)));
}
