using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>exp(t)·(t − x).</summary>
internal readonly struct LogDivergence<T> : IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Value(T x, T target) => T.Exp(target) * (target - x);

    public T InputSlope(T x, T target) => -T.Exp(target);

    public T TargetSlope(T x, T target) => T.Exp(target) * (target - x + T.One);
}
