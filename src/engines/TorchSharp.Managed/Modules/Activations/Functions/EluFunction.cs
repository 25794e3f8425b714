using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>x for positive x, alpha·(exp(x) − 1) otherwise.</summary>
internal readonly struct EluFunction<T>(double alpha) : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T alpha = T.CreateTruncating(alpha);

    public T Value(T x) => x > T.Zero ? x : alpha * T.ExpM1(x);

    public T Slope(T x) => x > T.Zero ? T.One : alpha * T.Exp(x);
}
