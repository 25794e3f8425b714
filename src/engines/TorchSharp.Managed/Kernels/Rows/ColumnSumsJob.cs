using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Sums of a range of columns, four vectors side by side so that a row's cache line is used whole.</summary>
internal readonly unsafe struct ColumnSumsJob<T>(nint rows, T* x, nint stride, bool accumulate, T* y) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows summed on their own before they join the total, which keeps rounding errors small.</summary>
    private const nint Group = 128;

    public void Run(nint from, nint to)
    {
        if (!accumulate)
        {
            new Span<T>(y + from, checked((int)(to - from))).Clear();
        }

        for (nint start = 0; start < rows; start += Group)
        {
            nint end = Math.Min(rows, start + Group);
            nint column = from;
            int width = Vector<T>.Count;
            for (; column + (4 * width) <= to; column += 4 * width)
            {
                SumFour(start, end, column);
            }

            for (; column < to; column++)
            {
                T sum = T.Zero;
                for (nint row = start; row < end; row++)
                {
                    sum += x[(row * stride) + column];
                }

                y[column] += sum;
            }
        }
    }

    private void SumFour(nint start, nint end, nint column)
    {
        int width = Vector<T>.Count;
        Vector<T> a = Vector<T>.Zero, b = a, c = a, d = a;
        T* source = x + (start * stride) + column;
        for (nint row = start; row < end; row++)
        {
            a += Vector.Load(source);
            b += Vector.Load(source + width);
            c += Vector.Load(source + (2 * width));
            d += Vector.Load(source + (3 * width));
            source += stride;
        }

        T* target = y + column;
        Vector.Store(Vector.Load(target) + a, target);
        Vector.Store(Vector.Load(target + width) + b, target + width);
        Vector.Store(Vector.Load(target + (2 * width)) + c, target + (2 * width));
        Vector.Store(Vector.Load(target + (3 * width)) + d, target + (3 * width));
    }
}
