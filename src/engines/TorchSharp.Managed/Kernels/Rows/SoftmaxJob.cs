using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>Softmax of a range of rows; short rows share one call of the exponential.</summary>
internal readonly unsafe struct SoftmaxJob<T>(bool log, nint columns, T* x, T* y) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const nint Block = 2048;

    public void Run(nint from, nint to)
    {
        nint step = Math.Max(1, Block / Math.Max(1, columns));
        T* powers = Scratch.Get<T>(ScratchUse.Rows, step * columns);
        for (nint row = from; row < to; row += step)
        {
            nint rows = Math.Min(step, to - row);
            T* source = x + (row * columns);
            T* target = y + (row * columns);
            for (nint r = 0; r < rows; r++)
            {
                Shift(source + (r * columns), target + (r * columns));
            }

            ReadOnlySpan<T> shifted = new(target, checked((int)(rows * columns)));
            TensorPrimitives.Exp(shifted, new Span<T>(powers, shifted.Length));
            for (nint r = 0; r < rows; r++)
            {
                Finish(powers + (r * columns), target + (r * columns));
            }
        }
    }

    private void Shift(T* source, T* target)
    {
        T largest = RowMath.Max(source, columns);
        for (nint column = 0; column < columns; column++)
        {
            target[column] = source[column] - largest;
        }
    }

    private void Finish(T* powers, T* target)
    {
        T sum = RowMath.Sum(powers, columns);
        if (log)
        {
            T logSum = T.Log(sum);
            for (nint column = 0; column < columns; column++)
            {
                target[column] -= logSum;
            }

            return;
        }

        for (nint column = 0; column < columns; column++)
        {
            target[column] = powers[column] / sum;
        }
    }
}
