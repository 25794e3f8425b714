using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>|x − t|.</summary>
internal readonly struct AbsoluteError<T> : IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Value(T x, T target) => T.Abs(x - target);

    public T InputSlope(T x, T target) => x > target ? T.One : x < target ? -T.One : x - target;

    public T TargetSlope(T x, T target) => -InputSlope(x, target);
}
