namespace TorchSharp.Modules;

/// <summary>Settings of the two dimensions of images: height, then width.</summary>
internal static class SpatialPair
{
    internal static long[] Of((long, long)? values, long standard) =>
        values is { } pair ? [pair.Item1, pair.Item2] : [standard, standard];

    /// <summary>One number for both dimensions, or one for each.</summary>
    internal static long[] Of(long[]? values, long standard, string name) => values switch
    {
        null or [] => [standard, standard],
        [long both] => [both, both],
        [_, _] => values,
        _ => throw TorchError.Of($"{name} must be one number or two, but got {TensorShape.Describe(values)}"),
    };
}
