using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>One step of RMSProp over one parameter, in one pass over its memory.</summary>
internal static unsafe class RmsPropKernel
{
    /// <summary>
    /// Updates the parameter and its averages in place. <paramref name="buffer"/> is null without momentum,
    /// <paramref name="average"/> (of the gradient itself) is null unless centred.
    /// </summary>
    public static void Step<T>(nint count, T* parameter, T* gradient, T* square, T* buffer, T* average, double lr, double alpha, double eps, double weightDecay, double momentum, bool maximize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(count, ElementKernel.Grain, new RmsPropJob<T>
        {
            Parameter = parameter,
            Gradient = gradient,
            Square = square,
            Buffer = buffer,
            Average = average,
            Sign = maximize ? -T.One : T.One,
            Rate = T.CreateTruncating(-lr),
            Alpha = T.CreateTruncating(alpha),
            Rest = T.CreateTruncating(1 - alpha),
            Epsilon = T.CreateTruncating(eps),
            WeightDecay = T.CreateTruncating(weightDecay),
            Momentum = T.CreateTruncating(momentum),
        });
}
