using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>
/// Walks up to four operands of one size, each with its own strides, row by row. Dimensions that lie behind one
/// another in all operands are merged first, so that dense operands make one row.
/// </summary>
internal static class StridedLoop
{
    /// <summary>Below this many elements a loop is not worth a second thread.</summary>
    internal const long ParallelThreshold = 65536;

    internal static void Run<TRow>(ReadOnlySpan<long> sizes, TRow row, ReadOnlySpan<long> strides0, ReadOnlySpan<long> strides1 = default, ReadOnlySpan<long> strides2 = default, ReadOnlySpan<long> strides3 = default)
        where TRow : struct, IRow
    {
        int rank = sizes.Length;
        var merged = new long[5 * Math.Max(rank, 1)];
        Span<long> size = merged.AsSpan(0, rank);
        Span<long> s0 = merged.AsSpan(rank, rank);
        Span<long> s1 = merged.AsSpan(2 * rank, rank);
        Span<long> s2 = merged.AsSpan(3 * rank, rank);
        Span<long> s3 = merged.AsSpan(4 * rank, rank);
        int count = 0;
        long total = 1;
        Span<int> order = stackalloc int[rank];
        Order(sizes, strides0, order);
        foreach (int d in order)
        {
            long n = sizes[d];
            total *= n;
            if (n == 1)
            {
                continue;
            }

            (long a, long b, long c, long e) = (At(strides0, d), At(strides1, d), At(strides2, d), At(strides3, d));
            if (count > 0 && s0[count - 1] == a * n && s1[count - 1] == b * n && s2[count - 1] == c * n && s3[count - 1] == e * n)
            {
                size[count - 1] *= n;
                (s0[count - 1], s1[count - 1], s2[count - 1], s3[count - 1]) = (a, b, c, e);
                continue;
            }

            size[count] = n;
            (s0[count], s1[count], s2[count], s3[count]) = (a, b, c, e);
            count++;
        }

        if (total == 0)
        {
            return;
        }

        if (count == 0)
        {
            row.Run(1, 0, 1, 0, 1, 0, 1, 0, 1);
            return;
        }

        var plan = new Plan<TRow>(row, merged, rank, count, total / size[count - 1]);
        plan.Run(total);
    }

    private static long At(ReadOnlySpan<long> strides, int d) => strides.IsEmpty ? 0 : strides[d];

    /// <summary>Dimensions from the largest stride of the first operand to the smallest.</summary>
    private static void Order(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, Span<int> order)
    {
        for (int d = 0; d < order.Length; d++)
        {
            int at = d;
            while (at > 0 && sizes[d] != 1 && strides[d] != 0 && Precedes(d, order[at - 1], sizes, strides))
            {
                order[at] = order[at - 1];
                at--;
            }

            order[at] = d;
        }
    }

    private static bool Precedes(int d, int other, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides) =>
        sizes[other] == 1 || (strides[other] != 0 && strides[other] < strides[d]);

    /// <summary>The merged loop: rows numbered in order, so that threads can share them.</summary>
    private sealed class Plan<TRow>(TRow row, long[] merged, int rank, int count, long rows)
        where TRow : struct, IRow
    {
        private readonly TRow row = row;

        internal void Run(long total)
        {
            if (total < ParallelThreshold || Workers.Available == 1)
            {
                Rows(0, (nint)rows);
            }
            else if (rows > 1)
            {
                Workers.For((nint)rows, (nint)Math.Max(1, ParallelThreshold / 2 * rows / total), Rows);
            }
            else
            {
                Workers.For((nint)merged[count - 1], (nint)(ParallelThreshold / 2), Part);
            }
        }

        private nint Stride(int operand, int d) => (nint)merged[((operand + 1) * rank) + d];

        private void Part(nint begin, nint end)
        {
            int last = count - 1;
            (nint a, nint b, nint c, nint d) = (Stride(0, last), Stride(1, last), Stride(2, last), Stride(3, last));
            row.Run(end - begin, begin * a, a, begin * b, b, begin * c, c, begin * d, d);
        }

        private void Rows(nint begin, nint end)
        {
            int last = count - 1;
            nint length = (nint)merged[last];
            (nint step0, nint step1, nint step2, nint step3) = (Stride(0, last), Stride(1, last), Stride(2, last), Stride(3, last));
            Span<nint> index = stackalloc nint[count];
            (nint at0, nint at1, nint at2, nint at3) = (0, 0, 0, 0);
            nint left = begin;
            for (int d = last - 1; d >= 0; d--)
            {
                (left, index[d]) = Math.DivRem(left, (nint)merged[d]);
                at0 += index[d] * Stride(0, d);
                at1 += index[d] * Stride(1, d);
                at2 += index[d] * Stride(2, d);
                at3 += index[d] * Stride(3, d);
            }

            for (nint r = begin; r < end; r++)
            {
                row.Run(length, at0, step0, at1, step1, at2, step2, at3, step3);
                for (int d = last - 1; d >= 0; d--)
                {
                    index[d]++;
                    at0 += Stride(0, d);
                    at1 += Stride(1, d);
                    at2 += Stride(2, d);
                    at3 += Stride(3, d);
                    if (index[d] < merged[d])
                    {
                        break;
                    }

                    at0 -= index[d] * Stride(0, d);
                    at1 -= index[d] * Stride(1, d);
                    at2 -= index[d] * Stride(2, d);
                    at3 -= index[d] * Stride(3, d);
                    index[d] = 0;
                }
            }
        }
    }
}
