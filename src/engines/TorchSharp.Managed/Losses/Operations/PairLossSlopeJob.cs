using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>
/// The gradient of a range of losses by the input, or by the target. The losses' own gradient has a stride of 0 where
/// they were reduced to one number.
/// </summary>
internal readonly unsafe struct PairLossSlopeJob<T, TLoss>(TLoss loss, bool byTarget, T* input, T* target, T* gradient, nint gradientStride, T scale, T* result) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : struct, IPairLoss<T>
{
    public void Run(nint from, nint to)
    {
        for (nint i = from; i < to; i++)
        {
            T slope = byTarget ? loss.TargetSlope(input[i], target[i]) : loss.InputSlope(input[i], target[i]);
            result[i] = slope * gradient[i * gradientStride] * scale;
        }
    }
}
