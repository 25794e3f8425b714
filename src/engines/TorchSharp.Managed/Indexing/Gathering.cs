using System.Numerics;

namespace TorchSharp;

/// <summary>Elements and parts chosen by indices along one dimension.</summary>
internal static unsafe class Gathering
{
    /// <summary>The parts of a dimension at given indices.</summary>
    internal static Tensor Select(Tensor x, long dim, Tensor index)
    {
        int d = TensorShape.Dimension(dim, x.Rank);
        RequireIndex(index, "index_select");
        if (index.Rank > 1)
        {
            throw TorchError.Of($"index_select(): Index is supposed to be a vector, but has the shape {TensorShape.Describe(index.Sizes)}");
        }

        using Scratch scratch = Scratch.Begin();
        if (x.Rank == 0)
        {
            return scratch.Keep(x.clone());
        }

        RequireRange(index, x.Sizes[d]);
        var tensors = new Tensor?[d + 1];
        tensors[d] = Views.Reshaped(index.Plain(), [-1]);
        return scratch.Keep(Indexer.Gather(x, tensors));
    }

    /// <summary>A copy with the parts of a source added at given indices of a dimension.</summary>
    internal static Tensor AddAt(Tensor x, long dim, Tensor index, Tensor source, Scalar alpha)
    {
        int d = TensorShape.Dimension(dim, x.Rank);
        RequireIndex(index, "index_add");
        if (source.dtype != x.dtype || source.Rank != x.Rank || index.Rank != 1 || source.Sizes[d] != index.numel())
        {
            throw TorchError.Of($"index_add_(): self of shape {TensorShape.Describe(x.Sizes)} ({x.dtype}), index {TensorShape.Describe(index.Sizes)} and source {TensorShape.Describe(source.Sizes)} ({source.dtype}) do not fit along dimension {d}");
        }

        using Scratch scratch = Scratch.Begin();
        RequireRange(index, x.Sizes[d]);
        var tensors = new Tensor?[d + 1];
        tensors[d] = index.Plain();
        var rows = new AdvancedIndex(x, tensors);
        if (!rows.ResultSizes.AsSpan().SequenceEqual(source.Sizes))
        {
            throw TorchError.Of($"index_add_(): source of shape {TensorShape.Describe(source.Sizes)} does not match {TensorShape.Describe(rows.ResultSizes)}");
        }

        Tensor added;
        using (GradMode.Set(false))
        {
            added = x.add(rows.Spread(source.mul(alpha)));
        }

        return scratch.Keep(Node.IsNeeded(x, source) ? new AddNode(x, source, rows, alpha).Record(added) : added);
    }

    /// <summary>For each place in the index the element there, its index along one dimension replaced by the index's value.</summary>
    internal static Tensor Along(Tensor x, long dim, Tensor index)
    {
        int d = TensorShape.Dimension(dim, x.Rank);
        if (index.dtype != ScalarType.Int64)
        {
            throw TorchError.Of($"gather(): Expected dtype int64 for index, but got {index.dtype}");
        }

        if (index.Rank != x.Rank)
        {
            throw TorchError.Of($"gather(): Index tensor must have the same number of dimensions as input tensor: {TensorShape.Describe(index.Sizes)} and {TensorShape.Describe(x.Sizes)}");
        }

        for (int i = 0; i < x.Rank; i++)
        {
            if (i != d && index.Sizes[i] > x.Sizes[i])
            {
                throw TorchError.Of($"gather(): Size does not match at dimension {i} expected index {TensorShape.Describe(index.Sizes)} to be no larger than self {TensorShape.Describe(x.Sizes)} apart from dimension {d}");
            }
        }

        using Scratch scratch = Scratch.Begin();
        Tensor plain = Copies.AsContiguous(index.Plain());
        RequireRange(plain, x.Rank == 0 ? 1 : x.Sizes[d]);
        Tensor result = Tensor.Empty(index.Sizes, x.dtype);
        switch (Dtype.Size(x.dtype))
        {
            case 1: Gather<byte>(result, x, plain, d); break;
            case 2: Gather<short>(result, x, plain, d); break;
            case 4: Gather<int>(result, x, plain, d); break;
            default: Gather<long>(result, x, plain, d); break;
        }

        return scratch.Keep(Node.IsNeeded(x) ? new GatherNode(x, plain, d).Record(result) : result);
    }

    /// <summary>The elements where a mask holds, as a vector.</summary>
    internal static Tensor Masked(Tensor x, Tensor mask)
    {
        if (mask.dtype != ScalarType.Bool)
        {
            throw TorchError.Of($"masked_select: expected BoolTensor for mask, but got {mask.dtype}");
        }

        using Scratch scratch = Scratch.Begin();
        long[] sizes = TensorShape.Broadcast(x.Sizes, mask.Sizes, "masked_select");
        Tensor all = sizes.AsSpan().SequenceEqual(x.Sizes) ? x : Views.Expand(x, sizes);
        Tensor[] found = Indexer.NonZero(Views.Expand(mask.Plain(), sizes));
        return scratch.Keep(sizes.Length == 0
            ? Views.Narrow(Views.Reshaped(all, [1]), 0, 0, mask.item<bool>() ? 1 : 0)
            : Indexer.Gather(all, found));
    }

    private static void RequireIndex(Tensor index, string operation)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw TorchError.Of($"{operation}(): Expected dtype int32 or int64 for index, but got {index.dtype}");
        }
    }

    /// <summary>These operations, unlike brackets, do not count negative indices from the end.</summary>
    private static void RequireRange(Tensor index, long size)
    {
        using Scratch scratch = Scratch.Begin();
        foreach (long value in Casts.Same(index.Plain(), ScalarType.Int64).data<long>())
        {
            if (value < 0 || value >= size)
            {
                throw TorchError.Of($"index out of range in self: {value} is not in [0, {size - 1}]");
            }
        }
    }

    /// <summary>Calls with the offsets, in a tensor of given strides, that each element of the index names.</summary>
    private static void Visit(Tensor index, ReadOnlySpan<long> strides, int d, Action<long, long> visit)
    {
        ReadOnlySpan<long> sizes = index.Sizes;
        long* values = index.Pointer<long>();
        long count = index.numel();
        var at = new long[sizes.Length];
        long offset = 0;
        for (long i = 0; i < count; i++)
        {
            long along = sizes.Length == 0 ? 0 : (values[i] - at[d]) * strides[d];
            visit(i, offset + along);
            for (int k = sizes.Length - 1; k >= 0; k--)
            {
                offset += strides[k];
                if (++at[k] < sizes[k])
                {
                    break;
                }

                offset -= at[k] * strides[k];
                at[k] = 0;
            }
        }

        GC.KeepAlive(index);
    }

    private static void Gather<T>(Tensor result, Tensor x, Tensor index, int d)
        where T : unmanaged
    {
        T* to = result.Pointer<T>();
        T* from = x.Pointer<T>();
        Visit(index, x.Strides, d, (i, offset) => to[i] = from[offset]);
        GC.KeepAlive(result);
        GC.KeepAlive(x);
    }

    private static void Add<T>(Tensor target, Tensor grad, Tensor index, int d)
        where T : unmanaged, INumber<T>
    {
        T* to = target.Pointer<T>();
        T* from = grad.Pointer<T>();
        Visit(index, target.Strides, d, (i, offset) => to[offset] += from[i]);
        GC.KeepAlive(target);
        GC.KeepAlive(grad);
    }

    private sealed class GatherNode : Node
    {
        private readonly long[] sizes;
        private readonly SavedTensor index;
        private readonly int dim;

        internal GatherNode(Tensor x, Tensor index, int dim)
            : base("GatherBackward0", x)
        {
            sizes = x.Impl.Sizes;
            this.index = Save(index);
            this.dim = dim;
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor result = Tensor.Zeros(sizes, grad.dtype);
            Tensor values = Copies.AsContiguous(grad);
            if (grad.dtype == ScalarType.Float32)
            {
                Add<float>(result, values, index.Value, dim);
            }
            else
            {
                Add<double>(result, values, index.Value, dim);
            }

            inputGrads[0] = result;
        }
    }

    private sealed class AddNode(Tensor x, Tensor source, AdvancedIndex rows, Scalar alpha) : Node("IndexAddBackward0", x, source)
    {
        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            inputGrads[0] = grad;
            if (Needs(1))
            {
                inputGrads[1] = rows.Gather(grad).mul(alpha);
            }
        }
    }
}
