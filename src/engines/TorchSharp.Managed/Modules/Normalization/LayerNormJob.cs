using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Layer normalization of a range of rows; writes each row's mean and inverse standard deviation too.</summary>
internal readonly unsafe struct LayerNormJob<T>(nint columns, double eps, T* input, T* weight, T* bias, T* means, T* inverses, T* output) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        for (nint r = from; r < to; r++)
        {
            T* x = input + (r * columns);
            T* y = output + (r * columns);
            T mean = T.CreateTruncating(RowSweep<T>.Sum(x, columns) / columns);
            T inverse = T.CreateTruncating(1 / Math.Sqrt((RowSweep<T>.SquaredDeviation(x, mean, columns) / columns) + eps));
            means[r] = mean;
            inverses[r] = inverse;
            RowSweep<T>.Normalize(x, mean, inverse, T.Zero, y, columns);
            for (nint c = 0; weight != null && c < columns; c++)
            {
                y[c] *= weight[c];
            }

            for (nint c = 0; bias != null && c < columns; c++)
            {
                y[c] += bias[c];
            }
        }
    }
}
