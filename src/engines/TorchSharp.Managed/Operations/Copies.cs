namespace TorchSharp;

/// <summary>Copies between tensors of one type.</summary>
internal static unsafe class Copies
{
    /// <summary>A new contiguous tensor with the same elements, outside the graph.</summary>
    internal static Tensor Contiguous(Tensor x)
    {
        Tensor result = Tensor.Empty(x.Sizes, x.dtype);
        Copy(result, x);
        return result;
    }

    /// <summary>The tensor itself if it is contiguous, else a contiguous copy; for kernels.</summary>
    internal static Tensor AsContiguous(Tensor x) => x.is_contiguous() ? x : Contiguous(x);

    internal static Tensor Clone(Tensor x, bool contiguous = false)
    {
        Tensor result = contiguous ? Tensor.Empty(x.Sizes, x.dtype) : x.EmptyLike();
        Copy(result, x);
        return Node.IsNeeded(x) ? new CloneNode(x).Record(result) : result;
    }

    /// <summary>Writes a tensor's elements into another, broadcasting and casting them.</summary>
    internal static Tensor Into(Tensor target, Tensor source)
    {
        InPlace.Check(target);
        long[] sizes = TensorShape.Broadcast(target.Sizes, source.Sizes, "copy_");
        InPlace.CheckResult(target, sizes, target.dtype);
        Node? node = Node.IsNeeded(target, source) ? new CopyNode(target, source) : null;
        using (Scratch.Begin())
        {
            Copy(target, Casts.Same(source, target.dtype));
        }

        return InPlace.Finish(target, node);
    }

    /// <summary>Copies elements without regard to gradients; the source may broadcast.</summary>
    internal static void Copy(Tensor result, Tensor x)
    {
        switch (Dtype.Size(x.dtype))
        {
            case 1: Run<byte>(result, x); break;
            case 2: Run<short>(result, x); break;
            case 4: Run<int>(result, x); break;
            default: Run<long>(result, x); break;
        }
    }

    private static void Run<T>(Tensor result, Tensor x)
        where T : unmanaged
    {
        StridedLoop.Run(result.Sizes, new ElementRows.Copy<T>(result.Pointer<T>(), x.Pointer<T>()), result.Strides, Elements.Expanded(x, result));
        GC.KeepAlive(result);
        GC.KeepAlive(x);
    }

    private sealed class CloneNode(Tensor x) : Node("CloneBackward0", x)
    {
        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) => inputGrads[0] = grad;
    }

    private sealed class CopyNode(Tensor target, Tensor source) : Node("CopyBackwards", target, source)
    {
        private readonly long[] sizes = source.Impl.Sizes;
        private readonly ScalarType dtype = source.dtype;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            if (Needs(1))
            {
                inputGrads[1] = GradientShape.SumTo(grad, sizes, dtype);
            }
        }
    }
}
