namespace TorchSharp;

/// <summary>What stands between the brackets, applied: views first, then indexing with tensors.</summary>
internal static class Indexer
{
    internal static Tensor Get(Tensor x, ReadOnlySpan<TensorIndex> indices)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor view = View(x, indices, out List<Tensor?> tensors);
        return scratch.Keep(tensors.Count == 0 ? (ReferenceEquals(view, x) ? Views.Window(x, x.Impl.Sizes, x.Impl.Strides) : view) : Gather(view, tensors));
    }

    internal static void Set(Tensor x, ReadOnlySpan<TensorIndex> indices, Tensor value)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor view = View(x, indices, out List<Tensor?> tensors);
        Tensor cast = Casts.To(value, view.dtype);
        if (tensors.Count == 0)
        {
            // Leading dimensions of length 1 more than the view has are no obstacle.
            while (cast.Rank > view.Rank && cast.Sizes[0] == 1)
            {
                cast = Views.Squeeze(cast, 0);
            }

            view.copy_(cast);
            return;
        }

        var index = new AdvancedIndex(view, tensors);
        InPlace.Check(view);
        if (TensorShape.Broadcast(index.ResultSizes, cast.Sizes, "index_put_") is var broadcast && !broadcast.AsSpan().SequenceEqual(index.ResultSizes))
        {
            throw TorchError.Of($"shape mismatch: value tensor of shape {TensorShape.Describe(value.Sizes)} cannot be broadcast to indexing result of shape {TensorShape.Describe(index.ResultSizes)}");
        }

        Node? node = Node.IsNeeded(view, cast) ? new PutNode(view, cast, index) : null;
        index.Scatter(view, cast.Plain());
        InPlace.Finish(view, node);
    }

    /// <summary>Indexing with one tensor per dimension; null keeps a dimension whole.</summary>
    internal static Tensor Gather(Tensor x, IReadOnlyList<Tensor?> tensors)
    {
        var index = new AdvancedIndex(x, tensors);
        Tensor result = index.Gather(x);
        return Node.IsNeeded(x) ? new GetNode(x, index).Record(result) : result;
    }

    /// <summary>The integer indices of the elements that are not zero, one tensor per dimension.</summary>
    internal static Tensor[] NonZero(Tensor mask)
    {
        using Scratch scratch = Scratch.Begin();
        bool[] values = Casts.Same(mask.Plain(), ScalarType.Bool).data<bool>().ToArray();
        ReadOnlySpan<long> sizes = mask.Sizes;
        var found = new List<long>[sizes.Length];
        for (int d = 0; d < found.Length; d++)
        {
            found[d] = [];
        }

        for (long i = 0; i < values.Length; i++)
        {
            if (!values[i])
            {
                continue;
            }

            long left = i;
            for (int d = sizes.Length - 1; d >= 0; d--)
            {
                (left, long at) = Math.DivRem(left, sizes[d]);
                found[d].Add(at);
            }
        }

        return scratch.Keep(Array.ConvertAll(found, static list => torch.tensor(list)));
    }

    /// <summary>Applies numbers, ranges and new dimensions; tensors are left for the dimensions where they stand.</summary>
    private static Tensor View(Tensor x, ReadOnlySpan<TensorIndex> indices, out List<Tensor?> tensors)
    {
        tensors = [];
        int consumed = 0;
        foreach (TensorIndex index in indices)
        {
            consumed += index.Kind is IndexKind.Single or IndexKind.Slice ? 1 : index.Kind == IndexKind.Tensor ? Width(index.Indices!) : 0;
        }

        Tensor view = x;
        int dim = 0;
        foreach (TensorIndex index in indices)
        {
            switch (index.Kind)
            {
                case IndexKind.Ellipsis:
                    dim += Math.Max(0, x.Rank - consumed);
                    break;
                case IndexKind.NewDimension:
                    view = Views.Unsqueeze(view, dim++);
                    break;
                case IndexKind.Bool:
                    view = Views.Unsqueeze(view, dim);
                    view = index.Start != 0 ? view : Views.Narrow(view, dim, 0, 0);
                    dim++;
                    break;
                case IndexKind.Single:
                    view = Views.Select(Checked(view, dim, x, consumed), dim, index.Start!.Value);
                    break;
                case IndexKind.Slice:
                    view = Slice(Checked(view, dim, x, consumed), dim++, index);
                    break;
                default:
                    Place(Checked(view, dim, x, consumed), tensors, ref dim, index.Indices!);
                    break;
            }
        }

        return view;
    }

    private static Tensor Checked(Tensor view, int dim, Tensor x, int consumed) =>
        dim < view.Rank ? view : throw TorchError.Of($"too many indices for tensor of dimension {x.Rank} (got {consumed}): {TensorShape.Describe(x.Sizes)}");

    private static Tensor Slice(Tensor view, int dim, TensorIndex index)
    {
        if (index.Step is <= 0)
        {
            throw TorchError.Of("step must be greater than zero");
        }

        return index is { Start: null, Stop: null, Step: null or 1 }
            ? view
            : Views.Slice(view, dim, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1);
    }

    private static int Width(Tensor index) => index.dtype == ScalarType.Bool ? index.Rank : 1;

    private static void Place(Tensor view, List<Tensor?> tensors, ref int dim, Tensor index)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32 or ScalarType.Byte or ScalarType.Bool))
        {
            throw TorchError.Of($"tensors used as indices must be long, int, byte or bool tensors, not {index.dtype}");
        }

        while (tensors.Count < dim)
        {
            tensors.Add(null);
        }

        if (index.dtype is ScalarType.Int64 or ScalarType.Int32)
        {
            tensors.Add(index);
            dim++;
            return;
        }

        for (int d = 0; d < index.Rank; d++)
        {
            if (dim + d >= view.Rank || index.Sizes[d] != view.Sizes[dim + d])
            {
                throw TorchError.Of($"The shape of the mask {TensorShape.Describe(index.Sizes)} at index {d} does not match the shape of the indexed tensor {TensorShape.Describe(view.Sizes)} at index {dim + d}");
            }
        }

        tensors.AddRange(NonZero(index));
        dim += index.Rank;
    }

    private sealed class GetNode(Tensor x, AdvancedIndex index) : Node("IndexBackward0", x)
    {
        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) => inputGrads[0] = index.Spread(grad);
    }

    private sealed class PutNode(Tensor x, Tensor value, AdvancedIndex index) : Node("IndexPutBackward0", x, value)
    {
        private readonly long[] sizes = value.Impl.Sizes;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            if (Needs(0))
            {
                Tensor rest = Copies.Contiguous(grad);
                index.Scatter(rest, Tensor.Zeros([], grad.dtype));
                inputGrads[0] = rest;
            }

            if (Needs(1))
            {
                inputGrads[1] = GradientShape.SumTo(index.Gather(grad), sizes, grad.dtype);
            }
        }
    }
}
