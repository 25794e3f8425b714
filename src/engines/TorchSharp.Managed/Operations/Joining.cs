namespace TorchSharp;

/// <summary>Tensors put side by side, repeated, or cut to a triangle.</summary>
internal static class Joining
{
    internal static Tensor Cat(IList<Tensor> tensors, long dim)
    {
        if (tensors.Count == 0)
        {
            throw new ArgumentException("cat(): expected a non-empty list of Tensors", nameof(tensors));
        }

        using Scratch scratch = Scratch.Begin();

        // An empty vector fits anything, for the sake of loops that begin with nothing.
        Tensor[] parts = [.. tensors.Where(static t => !(t.Rank == 1 && t.numel() == 0))];
        if (parts.Length == 0)
        {
            return scratch.Keep(tensors[0].clone());
        }

        int d = TensorShape.Dimension(dim, parts[0].Rank);
        long[] sizes = parts[0].shape;
        ScalarType dtype = tensors[0].dtype;
        for (int i = 0; i < tensors.Count; i++)
        {
            dtype = Dtype.Promote(dtype, tensors[i].dtype);
        }

        for (int i = 0; i < parts.Length; i++)
        {
            RequireFit(parts[0], parts[i], d, i);
            sizes[d] += i == 0 ? 0 : parts[i].Sizes[d];
        }

        Tensor result = Tensor.Empty(sizes, dtype);
        long at = 0;
        using (GradMode.Set(false))
        {
            foreach (Tensor part in parts)
            {
                Copies.Copy(Views.Narrow(result, d, at, part.Sizes[d]), Casts.Same(part, dtype));
                at += part.Sizes[d];
            }
        }

        return scratch.Keep(Node.IsNeeded(parts) ? new CatNode(parts, d).Record(result) : result);
    }

    internal static Tensor Stack(IEnumerable<Tensor> tensors, long dim)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor[] parts = [.. tensors];
        for (int i = 1; i < parts.Length; i++)
        {
            if (!parts[i].Sizes.SequenceEqual(parts[0].Sizes))
            {
                throw TorchError.Of($"stack expects each tensor to be equal size, but got {TensorShape.Describe(parts[0].Sizes)} at entry 0 and {TensorShape.Describe(parts[i].Sizes)} at entry {i}");
            }
        }

        if (parts.Length == 0)
        {
            throw new ArgumentException("stack expects a non-empty TensorList", nameof(tensors));
        }

        int d = TensorShape.Dimension(dim, parts[0].Rank + 1);
        return scratch.Keep(Cat(Array.ConvertAll(parts, t => Views.Unsqueeze(t, d)), d));
    }

    /// <summary>Side by side: along the second dimension, vectors along their only one.</summary>
    internal static Tensor Horizontal(IEnumerable<Tensor> tensors)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor[] parts = [.. tensors.Select(static t => t.Rank == 0 ? Views.Reshaped(t, [1]) : t)];
        return scratch.Keep(Cat(parts, parts.Length > 0 && parts[0].Rank == 1 ? 0 : 1));
    }

    /// <summary>One below the other: vectors as rows.</summary>
    internal static Tensor Vertical(IEnumerable<Tensor> tensors)
    {
        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(Cat([.. tensors.Select(static t => t.Rank < 2 ? Views.Reshaped(t, [1, -1]) : t)], 0));
    }

    internal static Tensor Repeat(Tensor x, ReadOnlySpan<long> times)
    {
        int extra = times.Length - x.Rank;
        if (extra < 0)
        {
            throw TorchError.Of($"Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor: {TensorShape.Describe(times)} for {TensorShape.Describe(x.Sizes)}");
        }

        using Scratch scratch = Scratch.Begin();
        var split = new long[2 * times.Length];
        var expanded = new long[2 * times.Length];
        var joined = new long[times.Length];
        for (int d = 0; d < times.Length; d++)
        {
            long size = d < extra ? 1 : x.Sizes[d - extra];
            (split[2 * d], split[(2 * d) + 1]) = (1, size);
            (expanded[2 * d], expanded[(2 * d) + 1]) = (times[d], size);
            joined[d] = times[d] >= 0 ? times[d] * size : throw TorchError.Of($"repeat: Trying to create tensor with negative dimension {times[d]}: {TensorShape.Describe(times)}");
        }

        Tensor repeated = Copies.Clone(Views.Expand(Views.Reshaped(x, split), expanded), contiguous: true);
        return scratch.Keep(Views.Reshaped(repeated, joined));
    }

    /// <summary>The lower or upper triangle of matrices, zero elsewhere.</summary>
    internal static Tensor Triangle(Tensor x, long diagonal, bool lower)
    {
        if (x.Rank < 2)
        {
            throw TorchError.Of($"{(lower ? "tril" : "triu")}: input tensor must have at least 2 dimensions, but has the shape {TensorShape.Describe(x.Sizes)}");
        }

        using Scratch scratch = Scratch.Begin();
        Tensor row = torch.arange(x.Sizes[^2]).unsqueeze(1);
        Tensor column = torch.arange(x.Sizes[^1]).sub(diagonal);
        Tensor mask = lower ? column.le(row) : column.ge(row);
        return scratch.Keep(Selection.Where(mask, x, Tensor.Zeros([], x.dtype)));
    }

    private static string Shapes(Tensor first, Tensor part)
        => $"cat of {TensorShape.Describe(first.Sizes)} and {TensorShape.Describe(part.Sizes)}";

    private static void RequireFit(Tensor first, Tensor part, int d, int number)
    {
        if (part.Rank != first.Rank)
        {
            throw TorchError.Of($"Tensors must have same number of dimensions: got {first.Rank} and {part.Rank} ({Shapes(first, part)})");
        }

        for (int i = 0; i < first.Rank; i++)
        {
            if (i != d && part.Sizes[i] != first.Sizes[i])
            {
                throw TorchError.Of($"Sizes of tensors must match except in dimension {d}. Expected size {first.Sizes[i]} but got size {part.Sizes[i]} for tensor number {number} in the list ({Shapes(first, part)}).");
            }
        }
    }

    private sealed class CatNode(Tensor[] parts, int dim) : Node("CatBackward0", parts)
    {
        private readonly long[] lengths = Array.ConvertAll(parts, t => t.Sizes[dim]);
        private readonly ScalarType[] dtypes = Array.ConvertAll(parts, static t => t.dtype);

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            long at = 0;
            for (int i = 0; i < lengths.Length; i++)
            {
                if (Needs(i))
                {
                    inputGrads[i] = Casts.Same(Views.Narrow(grad, dim, at, lengths[i]), dtypes[i]);
                }

                at += lengths[i];
            }
        }
    }
}
