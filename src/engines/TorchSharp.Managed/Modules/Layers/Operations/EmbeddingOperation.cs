namespace TorchSharp.Modules;

/// <summary>Rows of a table, by number.</summary>
internal static class EmbeddingOperation
{
    internal static Tensor Apply(Tensor numbers, Tensor table, EmbeddingSettings settings)
    {
        if (numbers.dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw TorchError.Of($"Expected tensor for argument 'indices' to have one of the following scalar types: Long, Int; but got {TorchError.DtypeName(numbers.dtype)} instead (embedding)");
        }

        using Scratch scratch = Scratch.Begin();
        Tensor flat = Rows.Contiguous(numbers.to(ScalarType.Int64).reshape(-1));
        Check(flat, table.Sizes[0]);
        if (settings.MaxNorm is { } limit)
        {
            Limit(flat, table, limit, settings.NormType);
        }

        Tensor rows;
        using (torch.no_grad())
        {
            rows = table.index_select(0, flat).view([.. numbers.Sizes, table.Sizes[1]]);
        }

        return scratch.Keep(Node.IsNeeded(table) ? new EmbeddingNode(table, flat, settings).Record(rows) : rows);
    }

    private static unsafe void Check(Tensor numbers, long count)
    {
        long* values = numbers.Pointer<long>();
        for (long i = 0; i < numbers.numel(); i++)
        {
            if (values[i] < 0 || values[i] >= count)
            {
                throw TorchError.Of($"index out of range in self: embedding of the number {values[i]} in a table of {count}");
            }
        }

        GC.KeepAlive(numbers);
    }

    /// <summary>Scales the vectors that are about to be looked up down to a norm, in the table itself.</summary>
    private static void Limit(Tensor numbers, Tensor table, double limit, double order)
    {
        using IDisposable mode = torch.no_grad();
        foreach (long number in numbers.data<long>().ToArray().Distinct())
        {
            Tensor row = table.select(0, number);
            double norm = Math.Pow(row.abs().to(ScalarType.Float64).pow(order).sum().item<double>(), 1 / order);
            if (norm > limit)
            {
                row.mul_(limit / (norm + 1e-7));
            }
        }
    }
}
