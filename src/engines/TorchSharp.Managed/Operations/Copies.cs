using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>Copies between tensors of one type.</summary>
internal static unsafe class Copies
{
    /// <summary>Side of the squares in which a transposing copy goes, in elements.</summary>
    private const int Tile = 16;

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
        bool transposes = x.Rank >= 2 && result.is_contiguous() && x.Sizes.SequenceEqual(result.Sizes)
            && x.Strides[^2] == 1 && x.Strides[^1] > 1 && x.Sizes[^2] >= Tile && x.Sizes[^1] >= Tile;
        if (transposes)
        {
            Transpose<T>(result, x);
        }
        else
        {
            StridedLoop.Run(result.Sizes, new ElementRows.Copy<T>(result.Pointer<T>(), x.Pointer<T>()), result.Strides, Elements.Expanded(x, result));
        }

        GC.KeepAlive(result);
        GC.KeepAlive(x);
    }

    /// <summary>Copies matrices whose columns lie side by side, tile by tile, so that both sides stay in the cache.</summary>
    private static void Transpose<T>(Tensor result, Tensor x)
        where T : unmanaged
    {
        nint rows = (nint)x.Sizes[^2];
        nint columns = (nint)x.Sizes[^1];
        nint columnStride = (nint)x.Strides[^1];
        nint matrices = (nint)TensorShape.Count(x.Sizes[..^2]);
        long[] batchSizes = x.Sizes[..^2].ToArray();
        long[] batchStrides = x.Strides[..^2].ToArray();
        T* to = result.Pointer<T>();
        T* from = x.Pointer<T>();
        nint bands = (rows + Tile - 1) / Tile;
        Workers.For(matrices * bands, Math.Max(1, (nint)(StridedLoop.ParallelThreshold / 2) / (Tile * columns)), (begin, end) =>
        {
            for (nint i = begin; i < end; i++)
            {
                (nint matrix, nint band) = Math.DivRem(i, bands);
                T* source = from + TensorShape.Offset(batchSizes, batchStrides, matrix);
                T* target = to + (matrix * rows * columns);
                nint last = nint.Min(rows, (band + 1) * Tile);
                for (nint c0 = 0; c0 < columns; c0 += Tile)
                {
                    nint c1 = nint.Min(columns, c0 + Tile);
                    for (nint r = band * Tile; r < last; r++)
                    {
                        for (nint c = c0; c < c1; c++)
                        {
                            target[(r * columns) + c] = source[r + (c * columnStride)];
                        }
                    }
                }
            }
        });
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
