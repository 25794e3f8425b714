using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The gradient through a function for a range of elements.</summary>
internal readonly unsafe struct ActivationSlopeJob<T, TFunction>(TFunction function, T* source, T* gradient, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TFunction : struct, IActivation<T>
{
    public void Run(nint from, nint to)
    {
        for (nint i = from; i < to; i++)
        {
            target[i] = function.Slope(source[i]) * gradient[i];
        }
    }
}
