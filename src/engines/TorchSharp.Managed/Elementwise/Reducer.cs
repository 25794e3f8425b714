using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>
/// Folds some dimensions of a strided tensor. Where the folded elements of a result lie side by side they are folded
/// as runs; where the results lie side by side, rows are joined to rows; anything else goes element by element.
/// </summary>
internal static unsafe class Reducer
{
    private const int RowsPerBlock = 32;

    /// <summary>Folds the dimensions for which <paramref name="folded"/> holds into a new contiguous tensor of the others.</summary>
    internal static Tensor Fold<TReduction>(Tensor x, ReadOnlySpan<bool> folded, TReduction reduction)
        where TReduction : struct, IReduction
    {
        var shape = new Shape(x, folded);
        Tensor result = Tensor.Empty(shape.KeptSizes, x.dtype);
        switch (x.dtype)
        {
            case ScalarType.Float32: Run<float, TReduction>(result, x, shape, reduction); break;
            case ScalarType.Float64: Run<double, TReduction>(result, x, shape, reduction); break;
            case ScalarType.Int64: Run<long, TReduction>(result, x, shape, reduction); break;
            case ScalarType.Int32: Run<int, TReduction>(result, x, shape, reduction); break;
            case ScalarType.Int16: Run<short, TReduction>(result, x, shape, reduction); break;
            case ScalarType.Int8: Run<sbyte, TReduction>(result, x, shape, reduction); break;
            default: Run<byte, TReduction>(result, x, shape, reduction); break;
        }

        return result;
    }

    private static void Run<T, TReduction>(Tensor result, Tensor x, Shape shape, TReduction reduction)
        where T : unmanaged, INumber<T>
        where TReduction : struct, IReduction
    {
        T* to = result.Pointer<T>();
        T* from = x.Pointer<T>();
        if (shape.FoldedCount == 0)
        {
            new Span<T>(to, checked((int)result.numel())).Fill(reduction.Identity<T>());
        }
        else if (result.numel() > 0)
        {
            new Worker<T, TReduction>(to, from, shape, reduction).Run();
        }

        GC.KeepAlive(result);
        GC.KeepAlive(x);
    }

    /// <summary>The dimensions in two groups, neighbours merged where they lie behind one another.</summary>
    private sealed class Shape
    {
        internal Shape(Tensor x, ReadOnlySpan<bool> folded)
        {
            var keptSizes = new List<long>();
            var kept = new List<(long Size, long Stride)>();
            var inner = new List<(long Size, long Stride)>();
            for (int d = 0; d < x.Rank; d++)
            {
                if (!folded[d])
                {
                    keptSizes.Add(x.Sizes[d]);
                }

                Append(folded[d] ? inner : kept, x.Sizes[d], x.Strides[d]);
            }

            KeptSizes = [.. keptSizes];
            Kept = [.. kept];

            // The order of folding is free: the smallest stride goes innermost.
            inner.Sort(static (a, b) => b.Stride.CompareTo(a.Stride));
            var merged = new List<(long Size, long Stride)>();
            foreach ((long size, long stride) in inner)
            {
                Append(merged, size, stride);
            }

            Folded = [.. merged];
            KeptCount = TensorShape.Count(KeptSizes);
            FoldedCount = 1;
            foreach ((long size, _) in Folded)
            {
                FoldedCount *= size;
            }
        }

        internal long[] KeptSizes { get; }

        internal (long Size, long Stride)[] Kept { get; }

        internal (long Size, long Stride)[] Folded { get; }

        internal long KeptCount { get; }

        internal long FoldedCount { get; }

        /// <summary>Where an element lies, given its number in row-major order over some dimensions.</summary>
        internal static nint Offset((long Size, long Stride)[] dims, int count, long number)
        {
            nint offset = 0;
            for (int d = count - 1; d >= 0; d--)
            {
                (number, long index) = Math.DivRem(number, dims[d].Size);
                offset += (nint)(index * dims[d].Stride);
            }

            return offset;
        }

        private static void Append(List<(long Size, long Stride)> dims, long size, long stride)
        {
            if (size == 1)
            {
                return;
            }

            if (dims.Count > 0 && dims[^1].Stride == size * stride)
            {
                dims[^1] = (dims[^1].Size * size, stride);
            }
            else
            {
                dims.Add((size, stride));
            }
        }
    }

    private sealed class Worker<T, TReduction>(T* to, T* from, Shape shape, TReduction reduction)
        where T : unmanaged, INumber<T>
        where TReduction : struct, IReduction
    {
        private const int BufferLength = 512;

        internal void Run()
        {
            (long keptInner, long keptStride) = shape.Kept.Length > 0 ? shape.Kept[^1] : (1, 0);
            long foldedStride = shape.Folded.Length > 0 ? shape.Folded[^1].Stride : 1;
            bool byRows = keptStride == 1 && foldedStride != 1 && keptInner > 1;
            if (byRows)
            {
                // Threads share the columns when there is one block of rows, else the blocks.
                long blocks = shape.KeptCount / keptInner;
                if (blocks == 1)
                {
                    Split(keptInner, shape.FoldedCount, 64, (begin, end) => Rows(0, begin, end));
                }
                else
                {
                    Split(blocks, keptInner * shape.FoldedCount, 1, (begin, end) =>
                    {
                        for (nint block = begin; block < end; block++)
                        {
                            Rows(block, 0, (nint)keptInner);
                        }
                    });
                }
            }
            else
            {
                Split(shape.KeptCount, shape.FoldedCount, 1, Runs);
            }
        }

        private static void Split(long count, long work, nint least, Action<nint, nint> body)
        {
            if (count * work < StridedLoop.ParallelThreshold)
            {
                body(0, (nint)count);
            }
            else
            {
                Workers.For((nint)count, nint.Max(least, (nint)(StridedLoop.ParallelThreshold / 2 / Math.Max(work, 1))), body);
            }
        }

        private void Rows(nint block, nint begin, nint end)
        {
            int length = checked((int)(end - begin));
            long keptInner = shape.Kept[^1].Size;
            T* source = from + Shape.Offset(shape.Kept, shape.Kept.Length - 1, block) + begin;
            var results = new Span<T>(to + (block * (nint)keptInner) + begin, length);
            var partial = new T[length];
            for (long row = 0; row < shape.FoldedCount; row++)
            {
                var x = new ReadOnlySpan<T>(source + Shape.Offset(shape.Folded, shape.Folded.Length, row), length);
                if (row == 0)
                {
                    x.CopyTo(results);
                    continue;
                }

                // Blocks of rows are joined first and then to the results, so that rounding does not build up.
                bool first = row == 1 || row % RowsPerBlock == 0;
                if (first)
                {
                    if (row > 1)
                    {
                        reduction.JoinRows<T>(partial, results);
                    }

                    x.CopyTo(partial);
                }
                else
                {
                    reduction.JoinRows(x, partial);
                }
            }

            if (shape.FoldedCount > 1)
            {
                reduction.JoinRows<T>(partial, results);
            }
        }

        private void Runs(nint begin, nint end)
        {
            (long inner, long stride) = shape.Folded.Length > 0 ? shape.Folded[^1] : (1, 1);
            long outer = shape.FoldedCount / inner;
            for (nint i = begin; i < end; i++)
            {
                T* source = from + Shape.Offset(shape.Kept, shape.Kept.Length, i);
                T sum = Run(source, (nint)inner, (nint)stride);
                for (long o = 1; o < outer; o++)
                {
                    nint offset = Shape.Offset(shape.Folded, shape.Folded.Length - 1, o);
                    sum = reduction.Join(sum, Run(source + offset, (nint)inner, (nint)stride));
                }

                to[i] = sum;
            }
        }

        private T Run(T* source, nint count, nint stride)
        {
            if (stride == 1 && count <= int.MaxValue)
            {
                return reduction.Fold(new ReadOnlySpan<T>(source, (int)count));
            }

            T* buffer = stackalloc T[BufferLength];
            T result = default;
            for (nint at = 0; at < count; at += BufferLength)
            {
                int n = (int)nint.Min(BufferLength, count - at);
                for (int i = 0; i < n; i++)
                {
                    buffer[i] = source[(at + i) * stride];
                }

                T part = reduction.Fold(new ReadOnlySpan<T>(buffer, n));
                result = at == 0 ? part : reduction.Join(result, part);
            }

            return result;
        }
    }
}
