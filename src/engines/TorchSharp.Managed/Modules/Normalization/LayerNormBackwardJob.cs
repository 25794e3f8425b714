using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>
/// The gradient of a range of rows through layer normalization. Weighted and normalized hold each row's gradient times
/// the weight, and times the normalized input: the latter's column sums are the weight's gradient.
/// </summary>
internal readonly unsafe struct LayerNormBackwardJob<T>(nint columns, T* gradient, T* input, T* weight, T* means, T* inverses, T* weighted, T* normalized, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        for (nint r = from; r < to; r++)
        {
            nint row = r * columns;
            T mean = means[r];
            T inverse = inverses[r];
            for (nint c = 0; c < columns; c++)
            {
                weighted[row + c] = weight == null ? gradient[row + c] : gradient[row + c] * weight[c];
                normalized[row + c] = gradient[row + c] * (input[row + c] - mean) * inverse;
            }

            T gMean = T.CreateTruncating(RowSweep<T>.Sum(weighted + row, columns) / columns);
            T slope = T.CreateTruncating(RowSweep<T>.Covariation(weighted + row, input + row, mean, columns) / columns) * inverse * inverse;
            RowSweep<T>.Project(weighted + row, input + row, gMean, mean, slope, inverse, target + row, columns);
        }
    }
}
