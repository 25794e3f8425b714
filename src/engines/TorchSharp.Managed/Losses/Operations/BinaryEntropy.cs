using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>−t·log x − (1 − t)·log(1 − x), each logarithm at least −100.</summary>
internal readonly struct BinaryEntropy<T> : IPairLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static T Floor => T.CreateTruncating(-100);

    public T Value(T x, T target) =>
        -(target * T.Max(T.Log(x), Floor)) - ((T.One - target) * T.Max(T.LogP1(-x), Floor));

    public T InputSlope(T x, T target) => (x - target) / T.Max(x * (T.One - x), T.CreateTruncating(1e-12));

    public T TargetSlope(T x, T target) => T.Max(T.LogP1(-x), Floor) - T.Max(T.Log(x), Floor);
}
