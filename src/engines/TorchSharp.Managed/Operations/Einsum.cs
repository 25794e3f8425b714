namespace TorchSharp;

/// <summary>Einstein summation: operands are contracted from left to right, each pair by one batched matrix product.</summary>
internal static class Einsum
{
    private const string EllipsisLabels = "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b";

    internal static Tensor Of(string equation, Tensor[] tensors)
    {
        using Scratch scratch = Scratch.Begin();
        (string[] inputs, string output) = Parse(equation, tensors);
        var extents = new Dictionary<char, long>();
        var operands = new List<(Tensor Tensor, string Labels)>();
        for (int i = 0; i < tensors.Length; i++)
        {
            operands.Add(Diagonal(tensors[i], inputs[i]));
            Note(operands[i], i, extents);
        }

        foreach (char label in output)
        {
            if (!extents.ContainsKey(label) || output.IndexOf(label) != output.LastIndexOf(label))
            {
                throw TorchError.Of($"einsum(): output subscript {label} appears more than once in the output or not in any operand of '{equation}'");
            }
        }

        (Tensor Tensor, string Labels) result = operands[0];
        for (int i = 1; i < operands.Count; i++)
        {
            string later = output + string.Concat(operands.Skip(i + 1).Select(static o => o.Labels));
            result = Contract(result, operands[i], later);
        }

        result = SumOut(result, output);
        return scratch.Keep(Arrange(result, output));
    }

    private static (string[] Inputs, string Output) Parse(string equation, Tensor[] tensors)
    {
        string[] sides = equation.Replace(" ", string.Empty, StringComparison.Ordinal).Split("->");
        string[] inputs = sides[0].Split(',');
        if (sides.Length > 2 || inputs.Length != tensors.Length)
        {
            throw TorchError.Of($"einsum(): '{equation}' has subscripts for {inputs.Length} operands, but {tensors.Length} were given");
        }

        int widest = 0;
        for (int i = 0; i < inputs.Length; i++)
        {
            int letters = inputs[i].Replace("...", string.Empty, StringComparison.Ordinal).Length;
            bool ellipsis = inputs[i].Contains("...", StringComparison.Ordinal);
            int missing = tensors[i].Rank - letters;
            if (missing < 0 || (missing > 0 && !ellipsis) || missing > EllipsisLabels.Length)
            {
                throw TorchError.Of($"einsum(): the number of subscripts in '{inputs[i]}' does not match operand {i} of shape {TensorShape.Describe(tensors[i].Sizes)}");
            }

            widest = ellipsis ? Math.Max(widest, missing) : widest;
            inputs[i] = inputs[i].Replace("...", EllipsisLabels[(EllipsisLabels.Length - missing)..], StringComparison.Ordinal);
            if (inputs[i].Any(static c => !char.IsAsciiLetter(c) && !EllipsisLabels.Contains(c, StringComparison.Ordinal)))
            {
                throw TorchError.Of($"einsum(): '{equation}' has subscripts that are not letters");
            }
        }

        string broadcast = EllipsisLabels[(EllipsisLabels.Length - widest)..];
        if (sides.Length == 2)
        {
            return (inputs, sides[1].Replace("...", broadcast, StringComparison.Ordinal));
        }

        // Without an arrow the result has the letters that appear once, in alphabetical order.
        string all = string.Concat(inputs);
        IEnumerable<char> once = all.Where(c => char.IsAsciiLetter(c) && all.IndexOf(c) == all.LastIndexOf(c)).OrderBy(static c => c);
        return (inputs, broadcast + string.Concat(once));
    }

    /// <summary>A letter that an operand has twice stands for a diagonal.</summary>
    private static (Tensor Tensor, string Labels) Diagonal(Tensor x, string labels)
    {
        for (int a = 0; a < labels.Length; a++)
        {
            int b = labels.IndexOf(labels[a], a + 1);
            if (b < 0)
            {
                continue;
            }

            if (x.Sizes[a] != x.Sizes[b])
            {
                throw TorchError.Of($"einsum(): subscript {labels[a]} is repeated for operand of shape {TensorShape.Describe(x.Sizes)} whose sizes there differ");
            }

            var indices = new Tensor?[x.Rank];
            indices[a] = indices[b] = torch.arange(x.Sizes[a]);
            string rest = labels.Remove(b, 1).Remove(a, 1);

            // Dimensions indexed side by side stay where they are, others go to the front.
            return Diagonal(Indexer.Gather(x, indices), b == a + 1 ? labels.Remove(b, 1) : labels[a] + rest);
        }

        return (x, labels);
    }

    private static void Note((Tensor Tensor, string Labels) operand, int number, Dictionary<char, long> extents)
    {
        for (int d = 0; d < operand.Labels.Length; d++)
        {
            char label = operand.Labels[d];
            long size = operand.Tensor.Sizes[d];
            if (extents.TryGetValue(label, out long known) && known != size && known != 1 && size != 1)
            {
                throw TorchError.Of($"einsum(): subscript {(char.IsAsciiLetter(label) ? label : '.')} has size {size} for operand {number} which does not broadcast with previously seen size {known}");
            }

            extents[label] = Math.Max(known, size);
        }
    }

    /// <summary>The product of two operands, summed over the letters that nothing behind needs.</summary>
    private static (Tensor Tensor, string Labels) Contract((Tensor Tensor, string Labels) x, (Tensor Tensor, string Labels) y, string later)
    {
        x = SumOut(x, later + y.Labels);
        y = SumOut(y, later + x.Labels);
        string shared = string.Concat(x.Labels.Where(c => y.Labels.Contains(c, StringComparison.Ordinal)));

        // A letter of length 1 on one side only broadcasts; it is squeezed out and left to the other side.
        foreach (char label in shared)
        {
            long a = x.Tensor.Sizes[x.Labels.IndexOf(label)];
            long b = y.Tensor.Sizes[y.Labels.IndexOf(label)];
            if (a != b)
            {
                (x, y) = a == 1 ? (Drop(x, label), y) : (x, Drop(y, label));
            }
        }

        x = SumOut(x, later + y.Labels);
        y = SumOut(y, later + x.Labels);
        shared = string.Concat(x.Labels.Where(c => y.Labels.Contains(c, StringComparison.Ordinal)));
        string batch = string.Concat(shared.Where(c => later.Contains(c, StringComparison.Ordinal)));
        string summed = string.Concat(shared.Where(c => !later.Contains(c, StringComparison.Ordinal)));
        string onlyX = string.Concat(x.Labels.Where(c => !shared.Contains(c, StringComparison.Ordinal)));
        string onlyY = string.Concat(y.Labels.Where(c => !shared.Contains(c, StringComparison.Ordinal)));
        Tensor a3 = Arrange(x, batch + onlyX + summed);
        Tensor b3 = Arrange(y, batch + summed + onlyY);
        ReadOnlySpan<long> sizesX = a3.Sizes;
        ReadOnlySpan<long> sizesY = b3.Sizes;
        long batches = TensorShape.Count(sizesX[..batch.Length]);
        long rows = TensorShape.Count(sizesX.Slice(batch.Length, onlyX.Length));
        long depth = TensorShape.Count(sizesX[(batch.Length + onlyX.Length)..]);
        long columns = TensorShape.Count(sizesY[(batch.Length + summed.Length)..]);
        Tensor product = MatrixProducts.Bmm(Views.Reshaped(a3, [batches, rows, depth]), Views.Reshaped(b3, [batches, depth, columns]));
        long[] shape = [.. sizesX[..(batch.Length + onlyX.Length)], .. sizesY[(batch.Length + summed.Length)..]];
        return (Views.Reshaped(product, shape), batch + onlyX + onlyY);
    }

    private static (Tensor Tensor, string Labels) Drop((Tensor Tensor, string Labels) x, char label)
    {
        int d = x.Labels.IndexOf(label);
        return (Views.Squeeze(x.Tensor, d), x.Labels.Remove(d, 1));
    }

    private static (Tensor Tensor, string Labels) SumOut((Tensor Tensor, string Labels) x, string keep)
    {
        long[] dims = [.. Enumerable.Range(0, x.Labels.Length).Where(d => !keep.Contains(x.Labels[d], StringComparison.Ordinal)).Select(static d => (long)d)];
        return dims.Length == 0
            ? x
            : (Reductions.Sum(x.Tensor, dims, type: x.Tensor.dtype), string.Concat(x.Labels.Where(c => keep.Contains(c, StringComparison.Ordinal))));
    }

    private static Tensor Arrange((Tensor Tensor, string Labels) x, string labels)
    {
        var permutation = new long[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            permutation[i] = x.Labels.IndexOf(labels[i]);
        }

        return Views.Permute(x.Tensor, permutation);
    }
}
