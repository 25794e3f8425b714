namespace TorchSharp.Modules;

/// <summary>Poolings by their settings: one axis of windows per dimension.</summary>
internal static class Pooling
{
    /// <summary>The one window of the dimension that sequences lack.</summary>
    private static readonly PoolAxis Single = PoolAxis.Regular("pool", 1, 1, 1, 0, 1, ceil: false);

    internal static (Tensor Values, Tensor Places) Max1d(Tensor input, long kernel, long stride, long padding, long dilation, bool ceil)
    {
        const string Name = "max_pool1d";
        PoolOperation.CheckInput(Name, input, 1);
        PoolAxis axis = PoolAxis.Regular(Name, input.Sizes[^1], kernel, stride, padding, dilation, ceil);
        using Scratch scratch = Scratch.Begin();
        (Tensor values, Tensor places) = PoolOperation.Max(Name, input.unsqueeze(-2), Single, axis);
        return (scratch.Keep(values.squeeze(-2)), scratch.Keep(places.squeeze(-2)));
    }

    internal static (Tensor Values, Tensor Places) Max2d(Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil)
    {
        const string Name = "max_pool2d";
        (PoolAxis vertical, PoolAxis horizontal) = Regular(Name, input, kernel, stride, padding, dilation, ceil);
        return PoolOperation.Max(Name, input, vertical, horizontal);
    }

    internal static (Tensor Values, Tensor Places) AdaptiveMax2d(Tensor input, long[] output)
    {
        const string Name = "adaptive_max_pool2d";
        (PoolAxis vertical, PoolAxis horizontal) = Adaptive(Name, input, output);
        return PoolOperation.Max(Name, input, vertical, horizontal);
    }

    internal static Tensor Average1d(Tensor input, long kernel, long stride, long padding, bool ceil, bool countPadding)
    {
        const string Name = "avg_pool1d";
        PoolOperation.CheckInput(Name, input, 1);
        return OfSequences(Name, input, PoolAxis.Regular(Name, input.Sizes[^1], kernel, stride, padding, 1, ceil), countPadding);
    }

    internal static Tensor AdaptiveAverage1d(Tensor input, long output)
    {
        const string Name = "adaptive_avg_pool1d";
        PoolOperation.CheckInput(Name, input, 1);
        return OfSequences(Name, input, PoolAxis.Adaptive(Name, input.Sizes[^1], output), countPadding: false);
    }

    internal static Tensor Average2d(Tensor input, long[] kernel, long[]? stride, long[]? padding, bool ceil, bool countPadding, long? divisor)
    {
        const string Name = "avg_pool2d";
        (PoolAxis vertical, PoolAxis horizontal) = Regular(Name, input, kernel, stride, padding, null, ceil);
        return PoolOperation.Average(Name, input, vertical, horizontal, countPadding, divisor);
    }

    internal static Tensor AdaptiveAverage2d(Tensor input, long[] output)
    {
        const string Name = "adaptive_avg_pool2d";
        (PoolAxis vertical, PoolAxis horizontal) = Adaptive(Name, input, output);
        return PoolOperation.Average(Name, input, vertical, horizontal, countPadding: false, null);
    }

    private static Tensor OfSequences(string name, Tensor input, PoolAxis axis, bool countPadding)
    {
        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(PoolOperation.Average(name, input.unsqueeze(-2), Single, axis, countPadding, null).squeeze(-2));
    }

    private static (PoolAxis Vertical, PoolAxis Horizontal) Regular(string name, Tensor input, long[] kernel, long[]? stride, long[]? padding, long[]? dilation, bool ceil)
    {
        PoolOperation.CheckInput(name, input, 2);
        long[] k = SpatialPair.Of(kernel, 1, nameof(kernel));
        long[] s = stride is null or [] ? k : SpatialPair.Of(stride, 1, nameof(stride));
        long[] p = SpatialPair.Of(padding, 0, nameof(padding));
        long[] d = SpatialPair.Of(dilation, 1, nameof(dilation));
        return (
            PoolAxis.Regular(name, input.Sizes[^2], k[0], s[0], p[0], d[0], ceil),
            PoolAxis.Regular(name, input.Sizes[^1], k[1], s[1], p[1], d[1], ceil));
    }

    private static (PoolAxis Vertical, PoolAxis Horizontal) Adaptive(string name, Tensor input, long[] output)
    {
        PoolOperation.CheckInput(name, input, 2);
        long[] sizes = SpatialPair.Of(output, 1, nameof(output));
        return (PoolAxis.Adaptive(name, input.Sizes[^2], sizes[0]), PoolAxis.Adaptive(name, input.Sizes[^1], sizes[1]));
    }
}
