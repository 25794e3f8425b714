namespace TorchSharp;

/// <summary>Which elements of a base tensor a view shows.</summary>
internal sealed class StridedWindow
{
    private readonly long[] baseSizes;
    private readonly long[] baseStrides;
    private readonly ScalarType dtype;
    private readonly long[] sizes;
    private readonly long[] strides;
    private readonly long offset;

    internal StridedWindow(TensorImpl @base, TensorImpl view)
    {
        baseSizes = @base.Sizes;
        baseStrides = @base.Strides;
        dtype = @base.Dtype;
        sizes = view.Sizes;
        strides = view.Strides;
        offset = view.Offset - @base.Offset;
    }

    /// <summary>A tensor like the base, zero but for the elements of the view.</summary>
    internal Tensor Scatter(Tensor grad)
    {
        Tensor result = EmptyBase();
        result.zero_();
        On(result).add_(grad);
        return result;
    }

    /// <summary>A copy of a gradient of the base, in the base's own layout.</summary>
    internal Tensor CopyOfBase(Tensor grad)
    {
        Tensor result = EmptyBase();
        result.copy_(grad);
        return result;
    }

    /// <summary>The view's elements in a tensor laid out as the base.</summary>
    internal Tensor On(Tensor likeBase) => likeBase.Window(sizes, strides, likeBase.Impl.Offset + offset);

    // A base that is not dense, such as a window that set_ put there, gets a buffer spanning its strides.
    private Tensor EmptyBase()
    {
        long span = 1;
        for (int d = 0; d < baseSizes.Length; d++)
        {
            span += (baseSizes[d] - 1) * baseStrides[d];
        }

        return new Tensor(new TensorImpl(new Storage(Math.Max(span, 0) * Dtype.Size(dtype)), baseSizes, baseStrides, 0, dtype));
    }
}
