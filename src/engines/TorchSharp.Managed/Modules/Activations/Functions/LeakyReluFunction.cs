using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>x for positive x, slope·x otherwise.</summary>
internal readonly struct LeakyReluFunction<T>(double slope) : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T slope = T.CreateTruncating(slope);

    public T Value(T x) => x > T.Zero ? x : slope * x;

    public T Slope(T x) => x > T.Zero ? T.One : slope;
}
