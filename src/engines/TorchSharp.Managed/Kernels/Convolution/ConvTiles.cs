using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The convolution's tile kernels by rows, for one or two vectors.</summary>
internal static unsafe class ConvTiles<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    private static readonly nint[] One = Create<Constant.One>();
    private static readonly nint[] Two = Create<Constant.Two>();

    public static delegate*<nint, T*, nint*, T*, T*, T*, T*, nint, T*, nint, void> Get(nint rows, bool two)
        => (delegate*<nint, T*, nint*, T*, T*, T*, T*, nint, T*, nint, void>)(two ? Two : One)[rows - 1];

    private static nint[] Create<TColumns>()
        where TColumns : struct, IConstant
        =>
        [
            Of<Constant.One, TColumns>(),
            Of<Constant.Two, TColumns>(),
            Of<Constant.Three, TColumns>(),
            Of<Constant.Four, TColumns>(),
            Of<Constant.Five, TColumns>(),
            Of<Constant.Six, TColumns>(),
            Of<Constant.Seven, TColumns>(),
            Of<Constant.Eight, TColumns>(),
            Of<Constant.Nine, TColumns>(),
            Of<Constant.Ten, TColumns>(),
            Of<Constant.Eleven, TColumns>(),
            Of<Constant.Twelve, TColumns>(),
        ];

    private static nint Of<TRows, TColumns>()
        where TRows : struct, IConstant
        where TColumns : struct, IConstant
    {
        delegate*<nint, T*, nint*, T*, T*, T*, T*, nint, T*, nint, void> kernel = &ConvTile<TOps, TVector, T>.Multiply<TRows, TColumns>;
        return (nint)kernel;
    }
}
