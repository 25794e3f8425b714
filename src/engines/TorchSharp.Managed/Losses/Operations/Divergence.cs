using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>t·(log t − x), and 0 where t is.</summary>
internal readonly struct Divergence<T> : IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Value(T x, T target) => target == T.Zero ? T.Zero : target * (T.Log(target) - x);

    public T InputSlope(T x, T target) => -target;

    public T TargetSlope(T x, T target) => target == T.Zero ? T.Zero : T.Log(target) + T.One - x;
}
