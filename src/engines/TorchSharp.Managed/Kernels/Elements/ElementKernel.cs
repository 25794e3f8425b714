using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Element-wise kernels over contiguous memory. Source and target may be the same.</summary>
internal static unsafe class ElementKernel
{
    /// <summary>Elements that are worth a second thread in a pass that memory bounds.</summary>
    public const nint Grain = 1 << 15;

    /// <summary>target[i] = op(source[i]).</summary>
    public static void Apply<T>(UnaryOp op, nint count, T* source, T* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(count, op == UnaryOp.Relu ? Grain : Grain / 8, new UnaryJob<T>(op, source, target));

    /// <summary>target[i] = x[i] &gt; 0 ? gradient[i] : 0; x may be the input or the output of the forward pass.</summary>
    public static void ReluBackward<T>(nint count, T* x, T* gradient, T* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(count, Grain, new ReluBackwardJob<T>(x, gradient, target));
}
