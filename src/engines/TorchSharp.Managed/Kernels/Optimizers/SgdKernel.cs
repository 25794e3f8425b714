using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>One step of stochastic gradient descent over one parameter, in one pass over its memory.</summary>
internal static unsafe class SgdKernel
{
    /// <summary>
    /// Updates the parameter, and the momentum buffer unless it is null (no momentum). In the
    /// <paramref name="firstStep"/> the buffer is filled with the gradient, undampened.
    /// </summary>
    public static void Step<T>(nint count, T* parameter, T* gradient, T* buffer, bool firstStep, double lr, double momentum, double dampening, double weightDecay, bool nesterov, bool maximize)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(count, ElementKernel.Grain, new SgdJob<T>
        {
            Parameter = parameter,
            Gradient = gradient,
            Buffer = buffer,
            FirstStep = firstStep,
            Nesterov = nesterov,
            Rate = T.CreateTruncating(maximize ? lr : -lr),
            Momentum = T.CreateTruncating(momentum),
            Fresh = T.CreateTruncating(1 - dampening),
            WeightDecay = T.CreateTruncating(weightDecay),
        });
}
