using System.Numerics;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The recorded negative log-likelihood of log-probabilities.</summary>
internal sealed class NegativeLogLikelihoodNode<T>(ClassRows rows, Reduction reduction, double total) : ClassLossNode("NllLossBackward0", rows, reduction, total)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor targets = Targets;
        Tensor? weight = Weight;
        Tensor dy = Rows.Contiguous(grad);
        Tensor dx = Tensor.Zeros([Count, Classes], dy.dtype);
        T* slopes = dx.Pointer<T>();
        T* gradient = dy.Pointer<T>();
        T* weights = weight is null ? null : weight.Pointer<T>();
        long* target = targets.Pointer<long>();
        T scale = T.CreateTruncating(Scale);
        for (nint r = 0; r < Count; r++)
        {
            if (target[r] != IgnoreIndex)
            {
                T factor = weights == null ? scale : weights[target[r]] * scale;
                slopes[(r * Classes) + (nint)target[r]] = -(factor * gradient[r * GradientStride]);
            }
        }

        GC.KeepAlive(targets);
        GC.KeepAlive(weight);
        GC.KeepAlive(dy);
        inputGrads[0] = dx;
    }
}
