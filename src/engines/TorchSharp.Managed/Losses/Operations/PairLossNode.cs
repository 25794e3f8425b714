using System.Numerics;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The recorded loss of two tensors, reduced or not.</summary>
internal sealed class PairLossNode<T, TLoss> : Node
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : struct, IPairLoss<T>
{
    private readonly SavedTensor input;
    private readonly SavedTensor target;
    private readonly TLoss loss;
    private readonly Reduction reduction;

    /// <param name="name">The operation's name.</param>
    /// <param name="input">The input.</param>
    /// <param name="target">The target.</param>
    /// <param name="x">The input's values, contiguous.</param>
    /// <param name="t">The target's values, contiguous.</param>
    /// <param name="loss">The loss of one element.</param>
    /// <param name="reduction">What was done with the losses.</param>
    internal PairLossNode(string name, Tensor input, Tensor target, Tensor x, Tensor t, TLoss loss, Reduction reduction)
        : base(name, input, target)
    {
        this.input = Save(x);
        this.target = Save(t);
        this.loss = loss;
        this.reduction = reduction;
    }

    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor x = input.Value;
        Tensor t = target.Value;
        Tensor dy = Rows.Contiguous(grad);
        T scale = reduction == Reduction.Mean ? T.One / T.CreateTruncating(x.numel()) : T.One;
        nint stride = reduction == Reduction.None ? 1 : 0;
        for (int i = 0; i < 2; i++)
        {
            if (Needs(i))
            {
                Tensor dx = Tensor.Empty(x.Sizes, x.dtype);
                var job = new PairLossSlopeJob<T, TLoss>(loss, i == 1, x.Pointer<T>(), t.Pointer<T>(), dy.Pointer<T>(), stride, scale, dx.Pointer<T>());
                Kernels.Workers.For((nint)x.numel(), Kernels.ElementKernel.Grain / 8, job);
                inputGrads[i] = dx;
            }
        }

        GC.KeepAlive(x);
        GC.KeepAlive(t);
        GC.KeepAlive(dy);
    }
}
