using System.Numerics;

namespace TorchSharp;

/// <summary>Where extremes are, and the order of elements.</summary>
internal static unsafe class Positions
{
    /// <summary>The index of the first extreme along a dimension, or of all elements; NaN counts as extreme.</summary>
    internal static Tensor Extreme(Tensor x, long? dim, bool keepdim, bool largest)
    {
        using Scratch scratch = Scratch.Begin();
        string name = largest ? "argmax" : "argmin";
        Tensor rows = Rows(x, dim, name, out int d);
        Tensor result = Tensor.Empty(rows.Sizes[..^1], ScalarType.Int64);
        Run(rows, new ExtremeJob(result, largest), name);
        if (keepdim)
        {
            long[] sizes = dim is null ? Reductions.KeptSizes(x.Sizes, Reductions.Folded(x, [])) : [.. x.Sizes[..d], 1, .. x.Sizes[Math.Min(d + 1, x.Rank)..]];
            result = result.Window(sizes, TensorShape.ContiguousStrides(sizes), 0);
        }

        return scratch.Keep(result);
    }

    /// <summary>The indices that put each slice along a dimension in order; equal elements keep theirs, NaN is largest.</summary>
    internal static Tensor Order(Tensor x, long dim, bool descending)
    {
        using Scratch scratch = Scratch.Begin();
        int d = TensorShape.Dimension(dim, x.Rank);
        if (x.Rank == 0)
        {
            return scratch.Keep(Tensor.Zeros([], ScalarType.Int64));
        }

        Tensor rows = Copies.AsContiguous(Views.Transpose(x.Plain(), d, -1));
        Tensor result = Tensor.Empty(rows.Sizes, ScalarType.Int64);
        if (rows.numel() > 0)
        {
            Run(rows, new OrderJob(result, descending), "argsort");
        }

        return scratch.Keep(d == x.Rank - 1 ? result : Copies.Contiguous(Views.Transpose(result, d, -1)));
    }

    /// <summary>The slices to search, as the rows of a contiguous tensor.</summary>
    private static Tensor Rows(Tensor x, long? dim, string operation, out int d)
    {
        Tensor plain = x.Plain();
        d = dim is { } number ? TensorShape.Dimension(number, x.Rank) : 0;
        long length = dim is null ? x.numel() : x.Rank == 0 ? 1 : x.Sizes[d];
        if (length == 0)
        {
            throw TorchError.Of($"{operation}(): Expected reduction dim {d} to have non-zero size, but the tensor has the shape {TensorShape.Describe(x.Sizes)}.");
        }

        return Copies.AsContiguous(dim is null || x.Rank == 0 ? Views.Reshaped(plain, [-1]) : MoveLast(plain, d));
    }

    private static Tensor MoveLast(Tensor x, int d)
    {
        var order = new List<long>();
        for (int i = 0; i < x.Rank; i++)
        {
            if (i != d)
            {
                order.Add(i);
            }
        }

        order.Add(d);
        return Views.Permute(x, order.ToArray());
    }

    private static void Run<TJob>(Tensor rows, TJob job, string operation)
        where TJob : struct, IRowJob
    {
        int length = checked((int)rows.Sizes[^1]);
        switch (rows.dtype)
        {
            case ScalarType.Float32: Run<float, TJob>(rows, length, job); break;
            case ScalarType.Float64: Run<double, TJob>(rows, length, job); break;
            case ScalarType.Int64: Run<long, TJob>(rows, length, job); break;
            case ScalarType.Int32: Run<int, TJob>(rows, length, job); break;
            case ScalarType.Int16: Run<short, TJob>(rows, length, job); break;
            case ScalarType.Int8: Run<sbyte, TJob>(rows, length, job); break;
            case ScalarType.Byte or ScalarType.Bool: Run<byte, TJob>(rows, length, job); break;
            default: throw TorchError.Unsupported(operation, rows.dtype);
        }
    }

    private static void Run<T, TJob>(Tensor rows, int length, TJob job)
        where T : unmanaged, INumber<T>
        where TJob : struct, IRowJob
    {
        T* x = rows.Pointer<T>();
        long count = rows.numel() / length;
        for (long row = 0; row < count; row++)
        {
            job.Run(row, new ReadOnlySpan<T>(x + (row * length), length));
        }

        GC.KeepAlive(rows);
    }

    private interface IRowJob
    {
        void Run<T>(long row, ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T>;
    }

    private readonly struct ExtremeJob(Tensor result, bool largest) : IRowJob
    {
        public void Run<T>(long row, ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T>
        {
            int best = 0;
            for (int i = 1; i < x.Length && !T.IsNaN(x[best]); i++)
            {
                if (T.IsNaN(x[i]) || (largest ? x[i] > x[best] : x[i] < x[best]))
                {
                    best = i;
                }
            }

            result.Pointer<long>()[row] = best;
        }
    }

    private readonly struct OrderJob(Tensor result, bool descending) : IRowJob
    {
        public void Run<T>(long row, ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T>
        {
            var keys = new (T Value, long Index)[x.Length];
            for (int i = 0; i < keys.Length; i++)
            {
                keys[i] = (x[i], i);
            }

            bool down = descending;
            Array.Sort(keys, (a, b) =>
            {
                int order = Compare(a.Value, b.Value);
                order = down ? -order : order;
                return order != 0 ? order : a.Index.CompareTo(b.Index);
            });
            long* to = result.Pointer<long>() + (row * x.Length);
            for (int i = 0; i < keys.Length; i++)
            {
                to[i] = keys[i].Index;
            }
        }

        private static int Compare<T>(T a, T b)
            where T : unmanaged, INumber<T> =>
            T.IsNaN(a) ? (T.IsNaN(b) ? 0 : 1) : T.IsNaN(b) ? -1 : a < b ? -1 : a > b ? 1 : 0;
    }
}
