using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>x·tanh(log(1 + exp(x))).</summary>
internal readonly struct MishFunction<T> : IActivation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public T Value(T x) => x * T.Tanh(Softplus(x));

    public T Slope(T x)
    {
        T tanh = T.Tanh(Softplus(x));
        return tanh + (x * (T.One - (tanh * tanh)) / (T.One + T.Exp(-x)));
    }

    /// <summary>exp overflows where the function has long become linear.</summary>
    private static T Softplus(T x) => x > T.CreateTruncating(20) ? x : T.LogP1(T.Exp(x));
}
