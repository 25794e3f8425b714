using System.Numerics;

namespace TorchSharp.Modules;

/// <summary>The recorded application of a function to every element.</summary>
internal sealed class ActivationNode<T, TFunction> : Node
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFunction : struct, IActivation<T>
{
    private readonly SavedTensor source;
    private readonly TFunction function;

    /// <param name="name">The operation's name.</param>
    /// <param name="input">What the function was applied to.</param>
    /// <param name="rows">The same values, contiguous.</param>
    /// <param name="function">The function.</param>
    internal ActivationNode(string name, Tensor input, Tensor rows, TFunction function)
        : base(name, input)
    {
        source = Save(rows);
        this.function = function;
    }

    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor x = source.Value;
        Tensor dy = Rows.Contiguous(grad);
        Tensor dx = Tensor.Empty(x.Sizes, x.dtype);
        Kernels.Workers.For((nint)x.numel(), Kernels.ElementKernel.Grain / 8, new ActivationSlopeJob<T, TFunction>(function, x.Pointer<T>(), dy.Pointer<T>(), dx.Pointer<T>()));
        GC.KeepAlive(x);
        GC.KeepAlive(dy);
        inputGrads[0] = dx;
    }
}
