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
        column.Set(1, &GemmTile<TOps, TVector, T>.Multiply<Constant.One, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.One, TColumns, Constant.Zero>);
        column.Set(2, &GemmTile<TOps, TVector, T>.Multiply<Constant.Two, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Two, TColumns, Constant.Zero>);
        column.Set(3, &GemmTile<TOps, TVector, T>.Multiply<Constant.Three, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Three, TColumns, Constant.Zero>);
        column.Set(4, &GemmTile<TOps, TVector, T>.Multiply<Constant.Four, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Four, TColumns, Constant.Zero>);
        column.Set(5, &GemmTile<TOps, TVector, T>.Multiply<Constant.Five, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Five, TColumns, Constant.Zero>);
        column.Set(6, &GemmTile<TOps, TVector, T>.Multiply<Constant.Six, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Six, TColumns, Constant.Zero>);
        column.Set(7, &GemmTile<TOps, TVector, T>.Multiply<Constant.Seven, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Seven, TColumns, Constant.Zero>);
        column.Set(8, &GemmTile<TOps, TVector, T>.Multiply<Constant.Eight, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Eight, TColumns, Constant.Zero>);
        column.Set(9, &GemmTile<TOps, TVector, T>.Multiply<Constant.Nine, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Nine, TColumns, Constant.Zero>);
        column.Set(10, &GemmTile<TOps, TVector, T>.Multiply<Constant.Ten, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Ten, TColumns, Constant.Zero>);
        column.Set(11, &GemmTile<TOps, TVector, T>.Multiply<Constant.Eleven, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Eleven, TColumns, Constant.Zero>);
        column.Set(12, &GemmTile<TOps, TVector, T>.Multiply<Constant.Twelve, TColumns, Constant.One>, &GemmTile<TOps, TVector, T>.Multiply<Constant.Twelve, TColumns, Constant.Zero>);
        return column;
    }
}
