using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>min(max(x + 3, 0), 6) / 6.</summary>
internal readonly struct HardsigmoidFunction<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Value(T x)
    {
        var three = T.CreateTruncating(3);
        return x <= -three ? T.Zero : x >= three ? T.One : (x + three) / T.CreateTruncating(6);
    }

    public T Slope(T x)
    {
        var three = T.CreateTruncating(3);
        return x <= -three || x >= three ? T.Zero : T.One / T.CreateTruncating(6);
    }
}
