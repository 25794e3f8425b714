using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The weight gradient's tile kernels: by rows (6 or 12), for one or two vectors.</summary>
internal static unsafe class ConvWeightTiles<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    public static delegate*<nint, nint*, T*, nint*, T*, T*, nint, void> Get(nint rows, bool two)
        => (rows > 6, two) switch
        {
            (true, true) => &ConvWeightTile<TOps, TVector, T>.Add<Constant.Twelve, Constant.Two>,
            (true, false) => &ConvWeightTile<TOps, TVector, T>.Add<Constant.Twelve, Constant.One>,
            (false, true) => &ConvWeightTile<TOps, TVector, T>.Add<Constant.Six, Constant.Two>,
            (false, false) => &ConvWeightTile<TOps, TVector, T>.Add<Constant.Six, Constant.One>,
        };
}
