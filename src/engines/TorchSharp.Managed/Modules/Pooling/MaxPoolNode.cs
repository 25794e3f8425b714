using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The recorded maximum of windows.</summary>
internal sealed class MaxPoolNode<T> : Node
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SavedTensor places;
    private readonly PoolAxis vertical;
    private readonly PoolAxis horizontal;
    private readonly long[] inputSizes;

    internal MaxPoolNode(Tensor input, Tensor places, PoolAxis vertical, PoolAxis horizontal)
        : base("MaxPool2DBackward0", input)
    {
        this.places = Save(places);
        this.vertical = vertical;
        this.horizontal = horizontal;
        inputSizes = input.Impl.Sizes;
    }

    protected internal override unsafe void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor dy = Rows.Contiguous(grad);
        Tensor at = places.Value;
        Tensor dx = Tensor.Empty(inputSizes, dy.dtype);
        nint size = (nint)vertical.Size * horizontal.Size;
        var job = new MaxPoolBackwardJob<T>((nint)vertical.Places * horizontal.Places, size, dy.Pointer<T>(), at.Pointer<long>(), dx.Pointer<T>());
        Workers.For((nint)TensorShape.Count(inputSizes.AsSpan()[..^2]), PoolOperation.Grain(vertical, horizontal), job);
        GC.KeepAlive(dy);
        GC.KeepAlive(at);
        inputGrads[0] = dx;
    }
}
