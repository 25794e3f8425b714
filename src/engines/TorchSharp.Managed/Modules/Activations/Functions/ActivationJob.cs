using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>A function applied to a range of elements.</summary>
internal readonly unsafe struct ActivationJob<T, TFunction>(TFunction function, T* source, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFunction : struct, IActivation<T>
{
    public void Run(nint from, nint to)
    {
        for (nint i = from; i < to; i++)
        {
            target[i] = function.Value(source[i]);
        }
    }
}
