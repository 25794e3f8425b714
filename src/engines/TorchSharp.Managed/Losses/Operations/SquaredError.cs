using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>(x − t)².</summary>
internal readonly struct SquaredError<T> : IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Value(T x, T target) => (x - target) * (x - target);

    public T InputSlope(T x, T target) => T.CreateTruncating(2) * (x - target);

    public T TargetSlope(T x, T target) => T.CreateTruncating(2) * (target - x);
}
