using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A bias added to rows, and sums over rows and columns of a matrix.</summary>
internal static unsafe class RowKernel
{
    /// <summary>Columns that one thread sums at a time: two cache lines of the narrower type.</summary>
    private const nint ColumnGrain = 32;

    /// <summary>y[r, c] = x[r, c] + bias[c]; x and y may be the same.</summary>
    public static void AddBias<T>(nint rows, nint columns, T* x, T* bias, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(rows, (ElementKernel.Grain / Math.Max(1, columns)) + 1, new AddBiasJob<T>(columns, x, bias, y));

    /// <summary>y[c] = Σ over rows of x[r, c] (+ y[c] when accumulating): the gradient of a bias.</summary>
    public static void ColumnSums<T>(nint rows, nint columns, T* x, nint stride, bool accumulate, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(columns, Math.Max(ColumnGrain, (ElementKernel.Grain / Math.Max(1, rows)) + 1), new ColumnSumsJob<T>(rows, x, stride, accumulate, y));

    /// <summary>y[r] = Σ over columns of x[r, c] (+ y[r] when accumulating).</summary>
    public static void RowSums<T>(nint rows, nint columns, T* x, nint stride, bool accumulate, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(rows, (ElementKernel.Grain / Math.Max(1, columns)) + 1, new RowSumsJob<T>(columns, x, stride, accumulate, y));
}
