using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The tile kernels by rows and columns.</summary>
internal static unsafe class GemmTiles<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>The kernel for a tile of so many rows (1 to 12) and one or two vectors of columns.</summary>
    public static delegate*<nint, T*, T*, nint, T, T*, nint, void> Get(int rows, bool wide) => rows switch
    {
        1 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.One, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.One, Constant.One>,
        2 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Two, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Two, Constant.One>,
        3 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Three, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Three, Constant.One>,
        4 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Four, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Four, Constant.One>,
        5 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Five, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Five, Constant.One>,
        6 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Six, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Six, Constant.One>,
        7 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Seven, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Seven, Constant.One>,
        8 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Eight, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Eight, Constant.One>,
        9 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Nine, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Nine, Constant.One>,
        10 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Ten, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Ten, Constant.One>,
        11 => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Eleven, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Eleven, Constant.One>,
        _ => wide ? &GemmTile<TOps, TVector, T>.Multiply<Constant.Twelve, Constant.Two> : &GemmTile<TOps, TVector, T>.Multiply<Constant.Twelve, Constant.One>,
    };
}
