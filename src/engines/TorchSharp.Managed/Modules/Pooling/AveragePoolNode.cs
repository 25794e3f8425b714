using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The recorded mean of windows.</summary>
internal sealed class AveragePoolNode<T>(Tensor input, PoolAxis vertical, PoolAxis horizontal, bool countPadding, long divisor) : Node("AvgPool2DBackward0", input)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly long[] inputSizes = input.Impl.Sizes;

    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor dy = Rows.Contiguous(grad);
        Tensor dx = Tensor.Empty(inputSizes, dy.dtype);
        var job = new AveragePoolJob<T>(vertical, horizontal, true, countPadding, divisor, dx.Pointer<T>(), dy.Pointer<T>());
        Workers.For((nint)TensorShape.Count(inputSizes.AsSpan()[..^2]), PoolOperation.Grain(vertical, horizontal), job);
        GC.KeepAlive(dy);
        inputGrads[0] = dx;
    }
}
