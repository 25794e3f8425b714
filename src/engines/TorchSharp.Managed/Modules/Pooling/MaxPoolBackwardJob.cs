using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Sends each window's gradient to its largest element, for a range of planes.</summary>
internal readonly unsafe struct MaxPoolBackwardJob<T>(nint windows, nint size, T* gradient, long* places, T* target) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        for (nint plane = from; plane < to; plane++)
        {
            T* result = target + (plane * size);
            new Span<T>(result, checked((int)size)).Clear();
            for (nint w = plane * windows; w < (plane + 1) * windows; w++)
            {
                result[places[w]] += gradient[w];
            }
        }
    }
}
