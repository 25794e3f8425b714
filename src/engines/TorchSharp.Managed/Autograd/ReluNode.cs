using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>The recorded rectifier: gradients pass where its result is positive.</summary>
internal sealed class ReluNode : Node
{
    private readonly SavedTensor result;
    private readonly bool ofFreshInput;

    /// <param name="input">The input.</param>
    /// <param name="result">What became of it.</param>
    /// <param name="ofFreshInput">Whether nothing had written to the input since it was computed.</param>
    internal ReluNode(Tensor input, Tensor result, bool ofFreshInput)
        : base("ReluBackward0", input)
    {
        this.result = Save(result);
        this.ofFreshInput = ofFreshInput;
    }

    /// <summary>
    /// The node that can take this one's gradient as it comes and rectify it itself, or null. The saved result is not read
    /// then, but a change to it is refused all the same.
    /// </summary>
    internal Node? Deferred()
    {
        if (!ofFreshInput || Next[0] is not { TakesRectified: true } next)
        {
            return null;
        }

        result.Check();
        return next;
    }

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor y = result.Value;
        if (y.Impl.IsContiguous && MayOverwrite(grad) && grad.dtype == ScalarType.Float32)
        {
            inputGrads[0] = InPlaceOf<float>(grad, y);
        }
        else if (y.Impl.IsContiguous && MayOverwrite(grad) && grad.dtype == ScalarType.Float64)
        {
            inputGrads[0] = InPlaceOf<double>(grad, y);
        }
        else
        {
            inputGrads[0] = Arithmetic.Binary(grad, y, grad.dtype, default(FunctionKernels.ReluBackward), "relu");
        }
    }

    private static unsafe Tensor InPlaceOf<T>(Tensor grad, Tensor y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ElementKernel.ReluBackward((nint)grad.numel(), y.Pointer<T>(), grad.Pointer<T>(), grad.Pointer<T>());
        GC.KeepAlive(y);
        return grad;
    }
}
