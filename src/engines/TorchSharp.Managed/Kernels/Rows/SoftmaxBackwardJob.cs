using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp.Kernels;

/// <summary>The gradient through softmax or its logarithm for a range of rows.</summary>
internal readonly unsafe struct SoftmaxBackwardJob<T>(bool log, nint columns, T* y, T* gradient, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        T* powers = log ? Scratch.Get<T>(ScratchUse.Rows, columns) : null;
        for (nint row = from; row < to; row++)
        {
            T* output = y + (row * columns);
            T* slope = gradient + (row * columns);
            T* result = target + (row * columns);
            if (log)
            {
                TensorPrimitives.Exp(new ReadOnlySpan<T>(output, checked((int)columns)), new Span<T>(powers, checked((int)columns)));
                T sum = RowMath.Sum(slope, columns);
                for (nint column = 0; column < columns; column++)
                {
                    result[column] = slope[column] - (powers[column] * sum);
                }

                continue;
            }

            T inner = RowMath.Dot(output, slope, columns);
            for (nint column = 0; column < columns; column++)
            {
                result[column] = output[column] * (slope[column] - inner);
            }
        }
    }
}
