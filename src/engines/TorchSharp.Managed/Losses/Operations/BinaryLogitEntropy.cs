using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>The binary entropy of the logistic function of x: (1 − t)·x + log(1 + exp(−x)).</summary>
internal readonly struct BinaryLogitEntropy<T> : IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Value(T x, T target) => ((T.One - target) * x) + T.Max(-x, T.Zero) + T.LogP1(T.Exp(-T.Abs(x)));

    public T InputSlope(T x, T target) => (T.One / (T.One + T.Exp(-x))) - target;

    public T TargetSlope(T x, T target) => -x;
}
