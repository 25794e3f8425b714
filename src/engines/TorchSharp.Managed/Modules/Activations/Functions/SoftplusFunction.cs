using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>log(1 + exp(beta·x)) / beta, linear above the threshold.</summary>
internal readonly struct SoftplusFunction<T>(double beta, double threshold) : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T beta = T.CreateTruncating(beta);
    private readonly T threshold = T.CreateTruncating(threshold);

    public T Value(T x) => x * beta > threshold ? x : T.LogP1(T.Exp(x * beta)) / beta;

    public T Slope(T x) => x * beta > threshold ? T.One : T.One / (T.One + T.Exp(-(x * beta)));
}
