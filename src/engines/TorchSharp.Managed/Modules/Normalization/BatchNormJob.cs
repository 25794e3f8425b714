using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>
/// Batch normalization of a range of channels of batch × channels × places. In training it measures each channel's mean
/// and variance; else it uses those given. The shifts go into the statistics too.
/// </summary>
internal readonly unsafe struct BatchNormJob<T>(nint batch, nint channels, nint places, bool training, double eps, T* input, T* weight, T* bias, BatchStatistics statistics, T* output) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements that are measured at once: they are read twice and should come from the first cache.</summary>
    private const nint Block = 2048;

    /// <summary>Rows shorter than this are not worth a mean of their own.</summary>
    private const nint ShortRow = 16;

    public void Run(nint from, nint to)
    {
        for (nint c = from; c < to; c++)
        {
            if (training && places < ShortRow)
            {
                MeasureTwice(c);
            }
            else if (training)
            {
                Measure(c);
            }

            T mean = T.CreateTruncating(statistics.Means[c]);
            T scale = statistics.Scale(c, eps, weight);
            T shift = bias == null ? T.Zero : bias[c];
            statistics.Shifts[c] = double.CreateTruncating(shift);
            for (nint n = 0; n < batch; n++)
            {
                nint row = ((n * channels) + c) * places;
                RowSweep<T>.Normalize(input + row, mean, scale, shift, output + row, places);
            }
        }
    }

    /// <summary>Measures block by block, and joins what blocks say of their own means: memory is read once.</summary>
    private void Measure(nint c)
    {
        double count = 0, mean = 0, squares = 0;
        for (nint n = 0; n < batch; n++)
        {
            T* row = input + (((n * channels) + c) * places);
            for (nint start = 0; start < places; start += Block)
            {
                nint length = Math.Min(Block, places - start);
                double own = RowSweep<T>.Sum(row + start, length) / length;
                double distance = own - mean, joined = count + length;
                squares += RowSweep<T>.SquaredDeviation(row + start, T.CreateTruncating(own), length) + (distance * distance * count * length / joined);
                mean += distance * length / joined;
                count = joined;
            }
        }

        statistics.Means[c] = mean;
        statistics.Variances[c] = squares / count;
    }

    private void MeasureTwice(nint c)
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

        statistics.Means[c] = mean;
        statistics.Variances[c] = squares / (batch * places);
    }
}
