using System.Numerics;
using TorchSharp.Kernels;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The recorded cross-entropy of logits.</summary>
internal sealed class CrossEntropyNode<T> : ClassLossNode
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SavedTensor probabilities;
    private readonly double smoothing;

    internal CrossEntropyNode(ClassRows rows, Tensor probabilities, double smoothing, Reduction reduction, double total)
        : base("CrossEntropyBackward0", rows, reduction, total)
    {
        this.probabilities = Save(probabilities);
        this.smoothing = smoothing;
    }

    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor p = probabilities.Value;
        Tensor targets = Targets;
        Tensor? weight = Weight;
        Tensor dy = Rows.Contiguous(grad);
        Tensor dx = Tensor.Empty(p.Sizes, p.dtype);
        CrossEntropyKernel.Backward(Count, Classes, p.Pointer<T>(), targets.Pointer<long>(), weight is null ? null : weight.Pointer<T>(), IgnoreIndex, smoothing, dy.Pointer<T>(), GradientStride, Scale, dx.Pointer<T>());
        GC.KeepAlive(p);
        GC.KeepAlive(targets);
        GC.KeepAlive(weight);
        GC.KeepAlive(dy);
        inputGrads[0] = dx;
    }
}
