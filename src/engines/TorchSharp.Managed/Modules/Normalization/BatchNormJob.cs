using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>
/// Batch normalization of a range of channels of batch × channels × places. In training it computes each channel's mean
/// and the inverse of its standard deviation; else it uses those given.
/// </summary>
internal readonly unsafe struct BatchNormJob<T>(nint batch, nint channels, nint places, bool training, double eps, T* input, T* weight, T* bias, double* means, double* variances, T* output) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        for (nint c = from; c < to; c++)
        {
            if (training)
            {
                Measure(c);
            }

            T mean = T.CreateTruncating(means[c]);
            T scale = T.CreateTruncating(1 / Math.Sqrt(variances[c] + eps));
            scale = weight == null ? scale : scale * weight[c];
            T shift = bias == null ? T.Zero : bias[c];
            for (nint n = 0; n < batch; n++)
            {
                nint row = ((n * channels) + c) * places;
                RowSweep<T>.Normalize(input + row, mean, scale, shift, output + row, places);
            }
        }
    }

    private void Measure(nint c)
    {
        double sum = 0;
        for (nint n = 0; n < batch; n++)
        {
            sum += RowSweep<T>.Sum(input + (((n * channels) + c) * places), places);
        }

        double mean = sum / (batch * places);
        double squares = 0;
        for (nint n = 0; n < batch; n++)
        {
            squares += RowSweep<T>.SquaredDeviation(input + (((n * channels) + c) * places), T.CreateTruncating(mean), places);
        }

        means[c] = mean;
        variances[c] = squares / (batch * places);
    }
}
