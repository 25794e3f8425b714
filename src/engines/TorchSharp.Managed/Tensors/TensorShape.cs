namespace TorchSharp;

/// <summary>Arithmetic on lengths, strides and dimension numbers.</summary>
internal static class TensorShape
{
    /// <summary>The number of elements.</summary>
    internal static long Count(ReadOnlySpan<long> sizes)
    {
        long count = 1;
        foreach (long size in sizes)
        {
            count = checked(count * size);
        }

        return count;
    }

    /// <summary>Row-major strides, in elements.</summary>
    internal static long[] ContiguousStrides(ReadOnlySpan<long> sizes)
    {
        var strides = new long[sizes.Length];
        long step = 1;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            strides[d] = step;
            step *= Math.Max(sizes[d], 1);
        }

        return strides;
    }

    /// <summary>Whether the strides walk the memory row by row without gaps.</summary>
    internal static bool IsContiguous(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        long step = 1;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            if (sizes[d] == 0)
            {
                return true;
            }

            if (sizes[d] != 1)
            {
                if (strides[d] != step)
                {
                    return false;
                }

                step *= sizes[d];
            }
        }

        return true;
    }

    /// <summary>Whether the elements fill one block of memory, in whatever order of dimensions, each cell once.</summary>
    internal static bool IsDense(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        if (IsContiguous(sizes, strides))
        {
            return true;
        }

        Span<int> order = stackalloc int[sizes.Length];
        int count = 0;
        for (int d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] == 1)
            {
                continue;
            }

            int at = count++;
            while (at > 0 && strides[order[at - 1]] > strides[d])
            {
                order[at] = order[at - 1];
                at--;
            }

            order[at] = d;
        }

        long step = 1;
        for (int i = 0; i < count; i++)
        {
            if (strides[order[i]] != step)
            {
                return false;
            }

            step *= sizes[order[i]];
        }

        return true;
    }

    /// <summary>Whether two elements may share a memory cell, as in an expanded tensor.</summary>
    internal static bool Overlaps(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        for (int d = 0; d < sizes.Length; d++)
        {
            if (strides[d] == 0 && sizes[d] > 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A dimension's number from 0, negative ones counted from the end.</summary>
    internal static int Dimension(long dim, int rank)
    {
        int range = Math.Max(rank, 1);
        return dim >= -range && dim < range
            ? (int)(dim < 0 ? dim + range : dim)
            : throw TorchError.Of($"Dimension out of range (expected to be in range of [{-range}, {range - 1}], but got {dim})");
    }

    /// <summary>The size that two sizes broadcast to.</summary>
    internal static long[] Broadcast(ReadOnlySpan<long> a, ReadOnlySpan<long> b, string operation)
    {
        if (a.SequenceEqual(b))
        {
            return a.ToArray();
        }

        int rank = Math.Max(a.Length, b.Length);
        var result = new long[rank];
        for (int d = 1; d <= rank; d++)
        {
            long x = d <= a.Length ? a[^d] : 1;
            long y = d <= b.Length ? b[^d] : 1;
            if (x != y && x != 1 && y != 1)
            {
                throw TorchError.Of(
                    $"The size of tensor a ({x}) must match the size of tensor b ({y}) at non-singleton dimension {rank - d} "
                    + $"({operation} of {Describe(a)} and {Describe(b)})");
            }

            result[^d] = x == 1 ? y : x;
        }

        return result;
    }

    /// <summary>Strides under which a tensor reads as if it had been expanded to a larger size.</summary>
    internal static long[] ExpandedStrides(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        var result = new long[target.Length];
        for (int d = 1; d <= sizes.Length; d++)
        {
            result[^d] = sizes[^d] == 1 && target[^d] != 1 ? 0 : strides[^d];
        }

        return result;
    }

    /// <summary>A shape with its one -1 replaced by the length that the element count asks for.</summary>
    internal static long[] Infer(ReadOnlySpan<long> shape, long count)
    {
        long known = 1;
        int unknown = -1;
        for (int d = 0; d < shape.Length; d++)
        {
            if (shape[d] == -1)
            {
                if (unknown >= 0)
                {
                    throw TorchError.Of("only one dimension can be inferred");
                }

                unknown = d;
            }
            else if (shape[d] < 0)
            {
                throw TorchError.Of($"invalid shape dimension {shape[d]}");
            }
            else
            {
                known *= shape[d];
            }
        }

        long[] result = shape.ToArray();
        if (unknown >= 0)
        {
            if (known == 0)
            {
                throw TorchError.Of($"cannot reshape tensor of {count} elements into shape {Describe(shape)} because the unspecified dimension size -1 can be any value and is ambiguous");
            }

            result[unknown] = count / known;
            known *= result[unknown];
        }

        return known == count
            ? result
            : throw TorchError.Of($"shape '{Describe(shape)}' is invalid for input of size {count}");
    }

    /// <summary>
    /// The strides under which the same memory reads in another shape, or null where only a copy can do that.
    /// </summary>
    internal static long[]? ViewStrides(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> shape)
    {
        var result = new long[shape.Length];
        if (Count(sizes) == 0)
        {
            return sizes.SequenceEqual(shape) ? strides.ToArray() : ContiguousStrides(shape);
        }

        // Walk both shapes from the inside; a run of old dimensions that are contiguous among themselves may be cut
        // into new dimensions at will.
        int view = shape.Length - 1;
        long runStride = sizes.Length > 0 ? strides[^1] : 1;
        long runCount = 1;
        long viewCount = 1;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            runCount *= sizes[d];
            bool runEnds = d == 0 || (sizes[d - 1] != 1 && strides[d - 1] != runCount * runStride);
            if (!runEnds)
            {
                continue;
            }

            while (view >= 0 && (viewCount < runCount || shape[view] == 1))
            {
                result[view] = viewCount * runStride;
                viewCount *= shape[view];
                view--;
            }

            if (viewCount != runCount)
            {
                return null;
            }

            if (d > 0)
            {
                runStride = strides[d - 1];
                runCount = 1;
                viewCount = 1;
            }
        }

        for (; view >= 0; view--)
        {
            result[view] = viewCount * runStride;
        }

        return result;
    }

    /// <summary>Where an element lies, given its number counted row by row.</summary>
    internal static long Offset(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, long number)
    {
        long offset = 0;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            (number, long index) = Math.DivRem(number, sizes[d]);
            offset += index * strides[d];
        }

        return offset;
    }

    /// <summary>Lengths in brackets, for messages.</summary>
    internal static string Describe(ReadOnlySpan<long> sizes) => $"[{string.Join(", ", sizes.ToArray())}]";

    /// <summary>Refuses negative lengths.</summary>
    internal static void CheckSizes(ReadOnlySpan<long> sizes, string operation)
    {
        foreach (long size in sizes)
        {
            if (size < 0)
            {
                throw TorchError.Of($"{operation}: Dimension size must be non-negative, but got {Describe(sizes)}.");
            }
        }
    }
}
