using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The logits' gradient for a range of rows: g·(p·Σq − q).</summary>
internal readonly unsafe struct CrossEntropyBackwardJob<T>(nint columns, T* probabilities, long* targets, T* weights, long ignoreIndex, double smoothing, T* gradient, nint gradientStride, double scale, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        T spread = T.CreateTruncating(smoothing / columns);
        T rest = T.CreateTruncating(1 - smoothing);
        T allWeights = T.Zero;
        for (nint column = 0; column < columns; column++)
        {
            allWeights += weights == null ? T.One : weights[column];
        }

        for (nint row = from; row < to; row++)
        {
            T* p = probabilities + (row * columns);
            T* result = target + (row * columns);
            long answer = targets[row];
            if (answer == ignoreIndex)
            {
                new Span<T>(result, checked((int)columns)).Clear();
                continue;
            }

            T slope = gradient[row * gradientStride] * T.CreateTruncating(scale);
            T own = rest * (weights == null ? T.One : weights[answer]);
            T total = slope * (own + (spread * allWeights));
            for (nint column = 0; column < columns; column++)
            {
                result[column] = p[column] * total;
            }

            if (smoothing != 0)
            {
                for (nint column = 0; column < columns; column++)
                {
                    result[column] -= slope * spread * (weights == null ? T.One : weights[column]);
                }
            }

            result[answer] -= slope * own;
        }
    }
}
