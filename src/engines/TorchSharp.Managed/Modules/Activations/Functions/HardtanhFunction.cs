using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>x between two limits, and the nearer limit outside; NaN stays NaN.</summary>
internal readonly struct HardtanhFunction<T>(double low, double high) : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T low = T.CreateTruncating(low);
    private readonly T high = T.CreateTruncating(high);

    public T Value(T x) => x < low ? low : x > high ? high : x;

    public T Slope(T x) => x <= low || x >= high ? T.Zero : T.One;
}
