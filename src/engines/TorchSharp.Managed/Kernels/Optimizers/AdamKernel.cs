using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>One step of Adam or AdamW over one parameter, in one pass over its memory.</summary>
internal static unsafe class AdamKernel
{
    /// <summary>
    /// Updates the parameter and both moments in place. <paramref name="maxSecond"/> is null without AMSGrad;
    /// <paramref name="decoupled"/> decays the weight itself (AdamW) instead of adding the decay to the gradient;
    /// <paramref name="step"/> counts from 1.
    /// </summary>
    public static void Step<T>(nint count, T* parameter, T* gradient, T* first, T* second, T* maxSecond, long step, double lr, double beta1, double beta2, double eps, double weightDecay, bool decoupled, bool maximize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double correction1 = 1 - Math.Pow(beta1, step);
        double correction2 = 1 - Math.Pow(beta2, step);
        Workers.For(count, ElementKernel.Grain, new AdamJob<T>
        {
            Parameter = parameter,
            Gradient = gradient,
            First = first,
            Second = second,
            MaxSecond = maxSecond,
            Sign = maximize ? -T.One : T.One,
            Coupled = decoupled ? T.Zero : T.CreateTruncating(weightDecay),
            Shrink = decoupled ? T.CreateTruncating(1 - (lr * weightDecay)) : T.One,
            Beta1 = T.CreateTruncating(beta1),
            Rest1 = T.CreateTruncating(1 - beta1),
            Beta2 = T.CreateTruncating(beta2),
            Rest2 = T.CreateTruncating(1 - beta2),
            RootReciprocal = T.CreateTruncating(1 / Math.Sqrt(correction2)),
            Epsilon = T.CreateTruncating(eps),
            StepSize = T.CreateTruncating(-(lr / correction1)),
        });
    }
}
