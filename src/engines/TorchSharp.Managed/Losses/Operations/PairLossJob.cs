using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Losses of a range of elements.</summary>
internal readonly unsafe struct PairLossJob<T, TLoss>(TLoss loss, T* input, T* target, T* losses) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TLoss : struct, IPairLoss<T>
{
    public void Run(nint from, nint to)
    {
        for (nint i = from; i < to; i++)
        {
            losses[i] = loss.Value(input[i], target[i]);
        }
    }
}
