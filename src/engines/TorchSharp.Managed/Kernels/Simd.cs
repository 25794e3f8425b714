using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What this machine's vector unit offers.</summary>
internal static class Simd
{
    /// <summary>The widest vectors that this machine runs in hardware.</summary>
    public static SimdLevel Best =>
        Vector512.IsHardwareAccelerated ? SimdLevel.Vector512
        : Vector256.IsHardwareAccelerated ? SimdLevel.Vector256
        : SimdLevel.Vector128;
}
