namespace TorchSharp;

/// <summary>
/// Indexing with tensors: the indexed dimensions are moved to the front, where their indices together number the
/// rows of a matrix whose columns are the other dimensions.
/// </summary>
internal sealed class AdvancedIndex
{
    private readonly long[] sizes;
    private readonly long[] order;
    private readonly long[] inverse;
    private readonly long[] rows;
    private readonly long[] rowSizes;
    private readonly long[] resultOrder;
    private readonly long rowLength;

    /// <param name="x">The tensor to index.</param>
    /// <param name="indices">For each dimension of x its integer indices, or null to keep it whole.</param>
    internal AdvancedIndex(Tensor x, IReadOnlyList<Tensor?> indices)
    {
        sizes = x.Impl.Sizes;
        var indexed = new List<int>();
        var whole = new List<int>();
        long[] batch = [];
        for (int d = 0; d < x.Rank; d++)
        {
            if (d < indices.Count && indices[d] is { } index)
            {
                indexed.Add(d);
                batch = TensorShape.Broadcast(batch, index.Sizes, "indexing");
            }
            else
            {
                whole.Add(d);
            }
        }

        order = [.. indexed.Select(static d => (long)d), .. whole.Select(static d => (long)d)];
        inverse = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            inverse[order[i]] = i;
        }

        rowSizes = [.. batch, .. whole.Select(d => sizes[d])];
        rowLength = 1;
        foreach (int d in whole)
        {
            rowLength *= sizes[d];
        }

        rows = Rows(batch, indexed, indices);
        resultOrder = ResultOrder(batch.Length, indexed, whole.Count);
    }

    /// <summary>The indexed elements, in a new tensor outside the graph.</summary>
    internal Tensor Gather(Tensor x)
    {
        using Scratch scratch = Scratch.Begin();
        Tensor source = Copies.AsContiguous(Views.Permute(x.Plain(), order));
        Tensor result = Tensor.Empty(rowSizes, x.dtype);
        RowIndex.Gather(result, source, rows, rowLength);
        return scratch.Keep(IsOrdered ? result : Copies.Contiguous(Views.Permute(result, resultOrder)));
    }

    /// <summary>Writes values to the indexed elements; they broadcast to the shape that indexing gives.</summary>
    internal void Scatter(Tensor x, Tensor values)
    {
        using Scratch scratch = Scratch.Begin();
        using GradMode mode = GradMode.Set(false);
        Tensor permuted = Views.Permute(x.Plain(), order);
        Tensor target = Copies.AsContiguous(permuted);
        RowIndex.Scatter(target, RowValues(Views.Expand(values, ResultSizes)), rows, rowLength);
        if (!ReferenceEquals(target, permuted))
        {
            Copies.Copy(permuted, target);
        }
    }

    /// <summary>A tensor of x's size with gradients added at the indexed elements.</summary>
    internal Tensor Spread(Tensor grad)
    {
        using Scratch scratch = Scratch.Begin();
        long[] permutedSizes = Array.ConvertAll(order, d => sizes[d]);
        Tensor target = Tensor.Zeros(permutedSizes, grad.dtype);
        RowIndex.Add(target, RowValues(grad), rows, rowLength);
        return scratch.Keep(Views.Permute(target, inverse));
    }

    /// <summary>The shape that indexing gives.</summary>
    internal long[] ResultSizes => Array.ConvertAll(resultOrder, d => rowSizes[d]);

    private bool IsOrdered => resultOrder.SequenceEqual(Enumerable.Range(0, resultOrder.Length).Select(static i => (long)i));

    /// <summary>Values in the result's shape as contiguous rows.</summary>
    private Tensor RowValues(Tensor values)
    {
        var back = new long[resultOrder.Length];
        for (int i = 0; i < back.Length; i++)
        {
            back[resultOrder[i]] = i;
        }

        return Copies.AsContiguous(Views.Permute(values, back));
    }

    /// <summary>Which row each element of the broadcast indices names.</summary>
    private long[] Rows(long[] batch, List<int> indexed, IReadOnlyList<Tensor?> indices)
    {
        var result = new long[TensorShape.Count(batch)];
        using Scratch scratch = Scratch.Begin();
        foreach (int d in indexed)
        {
            long[] values = Views.Expand(Casts.Same(indices[d]!.Plain(), ScalarType.Int64), batch).data<long>().ToArray();
            for (int i = 0; i < result.Length; i++)
            {
                long value = values[i];
                if (value < -sizes[d] || value >= sizes[d])
                {
                    throw TorchError.Of($"index {value} is out of bounds for dimension {d} with size {sizes[d]}");
                }

                result[i] = (result[i] * sizes[d]) + (value < 0 ? value + sizes[d] : value);
            }
        }

        return result;
    }

    /// <summary>Neighbouring indexed dimensions are replaced where they stand; others are replaced at the front.</summary>
    private static long[] ResultOrder(int batchRank, List<int> indexed, int wholeCount)
    {
        bool neighbours = indexed.Count > 0 && indexed[^1] - indexed[0] == indexed.Count - 1;
        int before = neighbours ? indexed[0] : 0;
        var result = new List<long>();
        for (int i = 0; i < before; i++)
        {
            result.Add(batchRank + i);
        }

        for (int i = 0; i < batchRank; i++)
        {
            result.Add(i);
        }

        for (int i = before; i < wholeCount; i++)
        {
            result.Add(batchRank + i);
        }

        return [.. result];
    }
}
