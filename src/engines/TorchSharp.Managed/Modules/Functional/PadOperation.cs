namespace TorchSharp.Modules;

/// <summary>Elements beyond a tensor's edges.</summary>
internal static class PadOperation
{
    internal static Tensor Apply(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode, double value)
    {
        int dims = pad.Length / 2;
        if (pad.Length % 2 != 0 || dims > input.Rank)
        {
            throw TorchError.Of($"Padding length must be even and at most twice the number of dimensions of the input {TensorShape.Describe(input.Sizes)}, but the padding is {TensorShape.Describe(pad)}");
        }

        using Scratch scratch = Scratch.Begin();
        if (mode is PaddingModes.Constant or PaddingModes.Zeros)
        {
            return scratch.Keep(Constant(input, pad, value));
        }

        if (value != 0)
        {
            throw TorchError.Of($"Padding mode \"{mode}\" doesn't take in value argument");
        }

        Tensor result = input;
        for (int i = 0; i < dims; i++)
        {
            if (pad[2 * i] != 0 || pad[(2 * i) + 1] != 0)
            {
                int d = input.Rank - 1 - i;
                result = result.index_select(d, Sources(input.Sizes[d], pad[2 * i], pad[(2 * i) + 1], mode, d));
            }
        }

        return scratch.Keep(ReferenceEquals(result, input) ? input.clone() : result);
    }

    private static Tensor Constant(Tensor input, ReadOnlySpan<long> pad, double value)
    {
        long[] sizes = input.shape;
        var starts = new long[input.Rank];
        for (int i = 0; i < pad.Length / 2; i++)
        {
            int d = input.Rank - 1 - i;
            starts[d] = pad[2 * i];
            sizes[d] += pad[2 * i] + pad[(2 * i) + 1];
            if (sizes[d] < 0)
            {
                throw TorchError.Of($"The padding {TensorShape.Describe(pad)} takes away more than the input {TensorShape.Describe(input.Sizes)} has in dimension {d}");
            }
        }

        Tensor result = Tensor.Empty(sizes, input.dtype);
        using (torch.no_grad())
        {
            result.fill_(value);
            Common(result, starts, 1, input.Impl.Sizes).copy_(Common(input.Plain(), starts, -1, sizes));
        }

        return Node.IsNeeded(input) ? new ConstantPadNode(input, starts).Record(result) : result;
    }

    /// <summary>The part of a tensor that lies within another, which begins at <paramref name="starts"/>·<paramref name="sign"/> in it.</summary>
    internal static Tensor Common(Tensor tensor, long[] starts, int sign, long[] others)
    {
        for (int d = 0; d < starts.Length; d++)
        {
            long from = Math.Max(0, sign * starts[d]);
            long to = Math.Min(tensor.Sizes[d], (sign * starts[d]) + others[d]);
            tensor = tensor.narrow(d, Math.Min(from, tensor.Sizes[d]), Math.Max(0, to - from));
        }

        return tensor;
    }

    /// <summary>Where each element of a padded dimension comes from.</summary>
    private static Tensor Sources(long size, long before, long behind, PaddingModes mode, int dim)
    {
        if (before < 0 || behind < 0)
        {
            throw TorchError.Of($"Padding in mode {mode} must not be negative, but is {before} and {behind} in dimension {dim}");
        }

        long most = mode switch
        {
            PaddingModes.Reflect => size - 1,
            PaddingModes.Circular => size,
            _ => size > 0 ? long.MaxValue : 0,
        };
        if (before > most || behind > most)
        {
            throw TorchError.Of($"Padding size should be at most {most} in mode {mode}, but is {before} and {behind} in dimension {dim} of length {size}");
        }

        var sources = new long[size + before + behind];
        for (long i = 0; i < sources.Length; i++)
        {
            long at = i - before;
            sources[i] = mode switch
            {
                PaddingModes.Reflect => at < 0 ? -at : at >= size ? (2 * (size - 1)) - at : at,
                PaddingModes.Circular => (at + size) % size,
                _ => Math.Clamp(at, 0, size - 1),
            };
        }

        return torch.tensor(sources);
    }
}
