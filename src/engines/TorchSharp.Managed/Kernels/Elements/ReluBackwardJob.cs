using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The gradient through a rectifier for a range of elements.</summary>
internal readonly unsafe struct ReluBackwardJob<T>(T* x, T* gradient, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        nint index = from;
        for (; index + Vector<T>.Count <= to; index += Vector<T>.Count)
        {
            Vector<T> closed = Vector.LessThanOrEqual(Vector.Load(x + index), Vector<T>.Zero);
            Vector.Store(Vector.AndNot(Vector.Load(gradient + index), closed), target + index);
        }

        for (; index < to; index++)
        {
            target[index] = x[index] <= T.Zero ? T.Zero : gradient[index];
        }
    }
}
