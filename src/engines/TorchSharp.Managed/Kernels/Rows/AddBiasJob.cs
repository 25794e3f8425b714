using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>A bias added to a range of rows.</summary>
internal readonly unsafe struct AddBiasJob<T>(nint columns, T* x, T* bias, T* y) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        for (nint row = from; row < to; row++)
        {
            T* source = x + (row * columns);
            T* target = y + (row * columns);
            nint column = 0;
            for (; column + Vector<T>.Count <= columns; column += Vector<T>.Count)
            {
                Vector.Store(Vector.Load(source + column) + Vector.Load(bias + column), target + column);
            }

            for (; column < columns; column++)
            {
                target[column] = source[column] + bias[column];
            }
        }
    }
}
