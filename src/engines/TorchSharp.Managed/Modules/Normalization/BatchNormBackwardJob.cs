using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>
/// The gradients of a range of channels through batch normalization, and through the rectifier behind it if there was one;
/// a target that is null is not wanted.
/// </summary>
internal readonly unsafe struct BatchNormBackwardJob<T, TRectified>(nint batch, nint channels, nint places, bool training, double eps, T* gradient, T* input, T* weight, BatchStatistics statistics, T* inputGradient, T* weightGradient, T* biasGradient) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRectified : struct, IConstant
{
    public void Run(nint from, nint to)
    {
        nint count = batch * places;
        for (nint c = from; c < to; c++)
        {
            T mean = T.CreateTruncating(statistics.Means[c]), shift = T.CreateTruncating(statistics.Shifts[c]);
            T scale = statistics.Scale(c, eps, weight);
            double sum = 0;
            double product = 0;
            for (nint n = 0; n < batch; n++)
            {
                nint row = ((n * channels) + c) * places;
                RectifiedSweep<T, TRectified>.Correlate(gradient + row, input + row, mean, scale, shift, places, ref sum, ref product);
            }

            double inverse = 1 / Math.Sqrt(statistics.Variances[c] + eps);
            if (weightGradient != null)
            {
                weightGradient[c] = T.CreateTruncating(product * inverse);
            }

            if (biasGradient != null)
            {
                biasGradient[c] = T.CreateTruncating(sum);
            }

            if (inputGradient != null)
            {
                // Fixed statistics do not depend on the input, so only the scale remains.
                T gMean = T.CreateTruncating(training ? sum / count : 0);
                T slope = T.CreateTruncating(training ? product * inverse * inverse / count : 0);
                for (nint n = 0; n < batch; n++)
                {
                    nint row = ((n * channels) + c) * places;
                    RectifiedSweep<T, TRectified>.Project(gradient + row, input + row, mean, scale, shift, gMean, slope, inputGradient + row, places);
                }
            }
        }
    }
}
