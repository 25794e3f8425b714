namespace TorchSharp;

/// <summary>Operations that only look at the same memory in another way.</summary>
internal static class Views
{
    internal static Tensor Reshaped(Tensor x, ReadOnlySpan<long> shape)
    {
        long[] target = TensorShape.Infer(shape, x.numel());
        long[]? strides = TensorShape.ViewStrides(x.Sizes, x.Strides, target);
        if (strides is not null)
        {
            return Window(x, target, strides);
        }

        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(Window(Copies.Clone(x, contiguous: true), target, TensorShape.ContiguousStrides(target)));
    }

    internal static Tensor View(Tensor x, ReadOnlySpan<long> shape)
    {
        long[] target = TensorShape.Infer(shape, x.numel());
        long[] strides = TensorShape.ViewStrides(x.Sizes, x.Strides, target)
            ?? throw TorchError.Of($"view size is not compatible with input tensor's size and stride: {TensorShape.Describe(x.Sizes)} with strides {TensorShape.Describe(x.Strides)} "
                + $"cannot be viewed as {TensorShape.Describe(target)} (at least one dimension spans across two contiguous subspaces). Use .reshape(...) instead.");
        return Window(x, target, strides);
    }

    internal static Tensor Flatten(Tensor x, long startDim, long endDim)
    {
        int start = TensorShape.Dimension(startDim, x.Rank);
        int end = TensorShape.Dimension(endDim, x.Rank);
        if (start > end)
        {
            throw TorchError.Of($"flatten() has invalid args: start_dim ({startDim}) cannot come after end_dim ({endDim})");
        }

        return x.Rank == 0 ? Reshaped(x, [1])
            : Reshaped(x, [.. x.Sizes[..start], TensorShape.Count(x.Sizes[start..(end + 1)]), .. x.Sizes[(end + 1)..]]);
    }

    internal static Tensor Unflatten(Tensor x, long dim, ReadOnlySpan<long> sizes)
    {
        int d = TensorShape.Dimension(dim, x.Rank);
        long[] parts = TensorShape.Infer(sizes, x.Sizes[d]);
        return Reshaped(x, [.. x.Sizes[..d], .. parts, .. x.Sizes[(d + 1)..]]);
    }

    internal static Tensor Permute(Tensor x, ReadOnlySpan<long> permutation)
    {
        if (permutation.Length != x.Rank)
        {
            throw TorchError.Of($"permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of dimensions i.e. input.dim() = {x.Rank} is not equal to len(dims) = {permutation.Length}");
        }

        var sizes = new long[x.Rank];
        var strides = new long[x.Rank];
        var inverse = new int[x.Rank];
        Array.Fill(inverse, -1);
        for (int i = 0; i < permutation.Length; i++)
        {
            int d = TensorShape.Dimension(permutation[i], x.Rank);
            if (inverse[d] >= 0)
            {
                throw TorchError.Of($"permute(): duplicate dims are not allowed: {TensorShape.Describe(permutation)}");
            }

            inverse[d] = i;
            sizes[i] = x.Sizes[d];
            strides[i] = x.Strides[d];
        }

        Tensor view = Track(x, x.Window(sizes, strides, x.Impl.Offset));
        return Node.IsNeeded(x) ? new PermuteNode(x, inverse).Record(view) : view;
    }

    internal static Tensor Transpose(Tensor x, long dim0, long dim1)
    {
        int a = TensorShape.Dimension(dim0, x.Rank);
        int b = TensorShape.Dimension(dim1, x.Rank);
        Span<long> permutation = stackalloc long[x.Rank];
        for (int d = 0; d < permutation.Length; d++)
        {
            permutation[d] = d;
        }

        if (permutation.Length > 0)
        {
            (permutation[a], permutation[b]) = (b, a);
        }

        return Permute(x, permutation);
    }

    internal static Tensor ReverseDimensions(Tensor x)
    {
        Span<long> permutation = stackalloc long[x.Rank];
        for (int d = 0; d < permutation.Length; d++)
        {
            permutation[d] = permutation.Length - 1 - d;
        }

        return Permute(x, permutation);
    }

    internal static Tensor Expand(Tensor x, ReadOnlySpan<long> sizes)
    {
        if (sizes.Length < x.Rank)
        {
            throw TorchError.Of($"expand({TensorShape.Describe(x.Sizes)}, size={TensorShape.Describe(sizes)}): the number of sizes provided ({sizes.Length}) must be greater or equal to the number of dimensions in the tensor ({x.Rank})");
        }

        long[] target = sizes.ToArray();
        int extra = target.Length - x.Rank;
        for (int d = 0; d < target.Length; d++)
        {
            long own = d < extra ? 1 : x.Sizes[d - extra];
            if (target[d] == -1 && d >= extra)
            {
                target[d] = own;
            }

            if (target[d] < 0 || (own != 1 && own != target[d]))
            {
                throw TorchError.Of($"The expanded size of the tensor ({target[d]}) must match the existing size ({own}) at non-singleton dimension {d}.  "
                    + $"Target sizes: {TensorShape.Describe(sizes)}.  Tensor sizes: {TensorShape.Describe(x.Sizes)}");
            }
        }

        Tensor view = Track(x, x.Window(target, TensorShape.ExpandedStrides(x.Sizes, x.Strides, target), x.Impl.Offset));
        return Node.IsNeeded(x) ? new ExpandNode(x).Record(view) : view;
    }

    internal static Tensor Squeeze(Tensor x, long? dim)
    {
        int only = dim is { } d ? TensorShape.Dimension(d, x.Rank) : -1;
        var sizes = new List<long>();
        var strides = new List<long>();
        for (int i = 0; i < x.Rank; i++)
        {
            if (x.Sizes[i] != 1 || (only >= 0 && i != only))
            {
                sizes.Add(x.Sizes[i]);
                strides.Add(x.Strides[i]);
            }
        }

        return Window(x, [.. sizes], [.. strides]);
    }

    internal static Tensor Unsqueeze(Tensor x, long dim)
    {
        int at = TensorShape.Dimension(dim, x.Rank + 1);
        long stride = at < x.Rank ? x.Sizes[at] * x.Strides[at] : 1;
        return Window(x, [.. x.Sizes[..at], 1, .. x.Sizes[at..]], [.. x.Strides[..at], stride, .. x.Strides[at..]]);
    }

    internal static Tensor Select(Tensor x, long dim, long index)
    {
        if (x.Rank == 0)
        {
            throw TorchError.Of("select() cannot be applied to a 0-dim tensor.");
        }

        int d = TensorShape.Dimension(dim, x.Rank);
        long size = x.Sizes[d];
        if (index < -size || index >= size)
        {
            throw TorchError.Of($"select(): index {index} out of range for tensor of size {TensorShape.Describe(x.Sizes)} at dimension {d}");
        }

        long at = index < 0 ? index + size : index;
        Tensor view = Track(x, x.Window([.. x.Sizes[..d], .. x.Sizes[(d + 1)..]], [.. x.Strides[..d], .. x.Strides[(d + 1)..]], x.Impl.Offset + (at * x.Strides[d])));
        return Node.IsNeeded(x) ? new SelectNode(x, d, at).Record(view) : view;
    }

    internal static Tensor Narrow(Tensor x, long dim, long start, long length)
    {
        if (x.Rank == 0)
        {
            throw TorchError.Of("narrow() cannot be applied to a 0-dim tensor.");
        }

        int d = TensorShape.Dimension(dim, x.Rank);
        long size = x.Sizes[d];
        if (length < 0)
        {
            throw TorchError.Of("narrow(): length must be non-negative.");
        }

        if (start < -size || start > size)
        {
            throw TorchError.Of($"narrow(): start out of range (expected to be in range of [{-size}, {size}], but got {start})");
        }

        long from = start < 0 ? start + size : start;
        return from + length <= size
            ? Part(x, d, from, length, 1)
            : throw TorchError.Of($"start ({from}) + length ({length}) exceeds dimension size ({size}): narrow of dimension {d} of the shape {TensorShape.Describe(x.Sizes)}");
    }

    /// <summary>Elements from start to before finish, as Python slices count them: out-of-range ends are cut off.</summary>
    internal static Tensor Slice(Tensor x, long dim, long start, long finish, long step)
    {
        if (x.Rank == 0)
        {
            throw TorchError.Of("slice() cannot be applied to a 0-dim tensor.");
        }

        if (step <= 0)
        {
            throw TorchError.Of($"slice step must be positive, but got {step}");
        }

        int d = TensorShape.Dimension(dim, x.Rank);
        long size = x.Sizes[d];
        long from = Math.Clamp(start < 0 ? start + size : start, 0, size);
        long to = Math.Clamp(finish < 0 ? finish + size : finish, from, size);
        return Part(x, d, from, (to - from + step - 1) / step, step);
    }

    internal static Tensor[] Split(Tensor x, ReadOnlySpan<long> sizes, long dim)
    {
        int d = TensorShape.Dimension(dim, x.Rank);
        long total = 0;
        foreach (long size in sizes)
        {
            total += size >= 0 ? size : throw TorchError.Of($"split_with_sizes expects split_sizes have only non-negative entries, but got {TensorShape.Describe(sizes)}");
        }

        if (x.Rank == 0 || total != x.Sizes[d])
        {
            throw TorchError.Of($"split_with_sizes expects split_sizes to sum exactly to {(x.Rank == 0 ? 0 : x.Sizes[d])} (input tensor's size at dimension {d}), but got split_sizes={TensorShape.Describe(sizes)}");
        }

        var parts = new Tensor[sizes.Length];
        long at = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Part(x, d, at, sizes[i], 1);
            at += sizes[i];
        }

        return parts;
    }

    internal static Tensor[] Split(Tensor x, long size, long dim)
    {
        int d = TensorShape.Dimension(dim, x.Rank);
        if (x.Rank == 0 || size < 0 || (size == 0 && x.Sizes[d] != 0))
        {
            throw TorchError.Of(x.Rank == 0 ? "split expects at least a 1-dimensional tensor" : $"split expects split_size be non-negative and not 0 for a dimension of {x.Sizes[d]}, but got split_size={size}");
        }

        long count = Math.Max(1, size == 0 ? 1 : (x.Sizes[d] + size - 1) / size);
        var sizes = new long[count];
        Array.Fill(sizes, size);
        sizes[^1] = x.Sizes[d] - (size * (count - 1));
        return Split(x, sizes, d);
    }

    internal static Tensor[] Chunk(Tensor x, long chunks, long dim)
    {
        if (chunks <= 0 || x.Rank == 0)
        {
            throw TorchError.Of(x.Rank == 0 ? "chunk expects at least a 1-dimensional tensor" : $"chunk expects `chunks` to be greater than 0, got: {chunks}");
        }

        int d = TensorShape.Dimension(dim, x.Rank);
        long size = (x.Sizes[d] + chunks - 1) / chunks;
        return size == 0 ? Split(x, new long[chunks], d) : Split(x, size, d);
    }

    /// <summary>A view in other lengths of what has as many elements, its gradient reshaped back.</summary>
    internal static Tensor Window(Tensor x, long[] sizes, long[] strides)
    {
        Tensor view = Track(x, x.Window(sizes, strides, x.Impl.Offset));
        return Node.IsNeeded(x) ? new ReshapeNode(x).Record(view) : view;
    }

    private static Tensor Part(Tensor x, int d, long start, long length, long step)
    {
        long[] sizes = x.Sizes.ToArray();
        long[] strides = x.Strides.ToArray();
        sizes[d] = length;
        strides[d] *= step;
        Tensor view = Track(x, x.Window(sizes, strides, x.Impl.Offset + (start * x.Strides[d])));
        return Node.IsNeeded(x) ? new SliceNode(x, d, start, step).Record(view) : view;
    }

    /// <summary>Remembers what a tensor is a view of, so that writing into one is seen by the other's history.</summary>
    private static Tensor Track(Tensor x, Tensor view)
    {
        if (GradMode.IsEnabled && Dtype.IsFloating(x.dtype))
        {
            TensorImpl source = x.Impl;
            TensorImpl @base = source.Autograd?.View?.Base ?? source;
            view.Impl.EnsureAutograd().View = new ViewInfo(@base.AddHandle(), source.Storage.Version);
        }

        return view;
    }

    private sealed class ReshapeNode(Tensor x) : Node("ViewBackward0", x)
    {
        private readonly long[] sizes = x.Impl.Sizes;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Reshaped(grad, sizes);
    }

    private sealed class PermuteNode(Tensor x, int[] inverse) : Node("PermuteBackward0", x)
    {
        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Permute(grad, Array.ConvertAll(inverse, static d => (long)d));
    }

    private sealed class ExpandNode(Tensor x) : Node("ExpandBackward0", x)
    {
        private readonly long[] sizes = x.Impl.Sizes;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = GradientShape.SumTo(grad, sizes, grad.dtype);
    }

    private sealed class SelectNode(Tensor x, int dim, long index) : Node("SelectBackward0", x)
    {
        private readonly long[] sizes = x.Impl.Sizes;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor result = Tensor.Zeros(sizes, grad.dtype);
            Select(result, dim, index).copy_(grad);
            inputGrads[0] = result;
        }
    }

    private sealed class SliceNode(Tensor x, int dim, long start, long step) : Node("SliceBackward0", x)
    {
        private readonly long[] sizes = x.Impl.Sizes;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor result = Tensor.Zeros(sizes, grad.dtype);
            Part(result, dim, start, grad.Sizes[dim], step).copy_(grad);
            inputGrads[0] = result;
        }
    }
}
