using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The gradients of a range of channels through batch normalization; a target that is null is not wanted.</summary>
internal readonly unsafe struct BatchNormBackwardJob<T>(nint batch, nint channels, nint places, bool training, double eps, T* gradient, T* input, T* weight, double* means, double* variances, T* inputGradient, T* weightGradient, T* biasGradient) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        nint count = batch * places;
        for (nint c = from; c < to; c++)
        {
            T mean = T.CreateTruncating(means[c]);
            double inverse = 1 / Math.Sqrt(variances[c] + eps);
            double sum = 0;
            double product = 0;
            for (nint n = 0; n < batch; n++)
            {
                nint row = ((n * channels) + c) * places;
                sum += RowSweep<T>.Sum(gradient + row, places);
                product += RowSweep<T>.Covariation(gradient + row, input + row, mean, places);
            }

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
                T scale = T.CreateTruncating(inverse) * (weight == null ? T.One : weight[c]);
                for (nint n = 0; n < batch; n++)
                {
                    nint row = ((n * channels) + c) * places;
                    RowSweep<T>.Project(gradient + row, input + row, gMean, mean, slope, scale, inputGradient + row, places);
                }
            }
        }
    }
}
