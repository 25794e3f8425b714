using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Losses and softmax of a range of rows.</summary>
internal readonly unsafe struct CrossEntropyJob<T>(nint columns, T* logits, long* targets, T* weights, long ignoreIndex, double smoothing, T* probabilities, T* losses) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const nint Block = 2048;

    public void Run(nint from, nint to)
    {
        nint step = Math.Max(1, Block / Math.Max(1, columns));
        for (nint start = from; start < to; start += step)
        {
            nint rows = Math.Min(step, to - start);
            T* block = probabilities + (start * columns);
            for (nint row = start; row < start + rows; row++)
            {
                T* source = logits + (row * columns);
                T* shifted = probabilities + (row * columns);
                T largest = RowMath.Max(source, columns);
                for (nint column = 0; column < columns; column++)
                {
                    shifted[column] = source[column] - largest;
                }

                losses[row] = largest;
            }

            Span<T> powers = new(block, checked((int)(rows * columns)));
            TensorPrimitives.Exp(powers, powers);
            for (nint row = start; row < start + rows; row++)
            {
                Finish(row);
            }
        }
    }

    private void Finish(nint row)
    {
        T* powers = probabilities + (row * columns);
        T* source = logits + (row * columns);
        T sum = RowMath.Sum(powers, columns);
        T largest = losses[row];
        T logSum = T.Log(sum);
        for (nint column = 0; column < columns; column++)
        {
            powers[column] /= sum;
        }

        long answer = targets[row];
        if (answer == ignoreIndex)
        {
            losses[row] = T.Zero;
            return;
        }

        T own = source[answer] - largest - logSum;
        T weighted = weights == null ? own : weights[answer] * own;
        if (smoothing == 0)
        {
            losses[row] = -weighted;
            return;
        }

        T spread = T.Zero;
        for (nint column = 0; column < columns; column++)
        {
            T each = source[column] - largest - logSum;
            spread += weights == null ? each : weights[column] * each;
        }

        losses[row] = -((T.CreateTruncating(1 - smoothing) * weighted) + (T.CreateTruncating(smoothing / columns) * spread));
    }
}
