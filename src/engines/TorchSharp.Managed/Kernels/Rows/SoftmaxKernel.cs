using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Softmax and its logarithm over the rows of a contiguous matrix, forward and backward.</summary>
internal static unsafe class SoftmaxKernel
{
    /// <summary>y = softmax(x) or, with <paramref name="log"/>, log softmax(x), row by row. x and y may be the same.</summary>
    public static void Forward<T>(bool log, nint rows, nint columns, T* x, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(rows, RowGrain(columns), new SoftmaxJob<T>(log, columns, x, y));

    /// <summary>The gradient of the input, from the forward pass's output y and the output's gradient.</summary>
    public static void Backward<T>(bool log, nint rows, nint columns, T* y, T* gradient, T* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        => Workers.For(rows, RowGrain(columns), new SoftmaxBackwardJob<T>(log, columns, y, gradient, target));

    /// <summary>Rows that are worth a second thread.</summary>
    public static nint RowGrain(nint columns) => (ElementKernel.Grain / 8 / Math.Max(1, columns)) + 1;
}
