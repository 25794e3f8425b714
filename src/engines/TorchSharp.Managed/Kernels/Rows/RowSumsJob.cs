using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Sums of a range of rows.</summary>
internal readonly unsafe struct RowSumsJob<T>(nint columns, T* x, nint stride, bool accumulate, T* y) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        for (nint row = from; row < to; row++)
        {
            T sum = RowMath.Sum(x + (row * stride), columns);
            y[row] = accumulate ? y[row] + sum : sum;
        }
    }
}
