using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The tile kernels of one vector width by rows.</summary>
internal static unsafe class GemmTileColumns<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>A column of kernels, one or two vectors wide.</summary>
    public static GemmTileColumn<T> Create(bool wide)
        => wide ? Create<Constant.Two>(2 * TOps.Width) : Create<Constant.One>(TOps.Width);

    private static GemmTileColumn<T> Create<TColumns>(int width)
        where TColumns : struct, IConstant
    {
        GemmTileColumn<T> column = new(width);
        column.Set(1, &GemmTile<TOps, TVector, T>.Packed<Constant.One, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.One, TColumns>);
        column.Set(2, &GemmTile<TOps, TVector, T>.Packed<Constant.Two, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Two, TColumns>);
        column.Set(3, &GemmTile<TOps, TVector, T>.Packed<Constant.Three, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Three, TColumns>);
        column.Set(4, &GemmTile<TOps, TVector, T>.Packed<Constant.Four, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Four, TColumns>);
        column.Set(5, &GemmTile<TOps, TVector, T>.Packed<Constant.Five, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Five, TColumns>);
        column.Set(6, &GemmTile<TOps, TVector, T>.Packed<Constant.Six, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Six, TColumns>);
        column.Set(7, &GemmTile<TOps, TVector, T>.Packed<Constant.Seven, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Seven, TColumns>);
        column.Set(8, &GemmTile<TOps, TVector, T>.Packed<Constant.Eight, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Eight, TColumns>);
        column.Set(9, &GemmTile<TOps, TVector, T>.Packed<Constant.Nine, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Nine, TColumns>);
        column.Set(10, &GemmTile<TOps, TVector, T>.Packed<Constant.Ten, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Ten, TColumns>);
        column.Set(11, &GemmTile<TOps, TVector, T>.Packed<Constant.Eleven, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Eleven, TColumns>);
        column.Set(12, &GemmTile<TOps, TVector, T>.Packed<Constant.Twelve, TColumns>, &GemmTile<TOps, TVector, T>.Strided<Constant.Twelve, TColumns>);
        return column;
    }
}
