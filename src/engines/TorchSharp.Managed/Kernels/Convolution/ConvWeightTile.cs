using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The weight gradient's innermost loop: 4 output channels by 6 weights, each a dot product of a gradient plane with the
/// shifted input, in registers over all positions of some images.
/// </summary>
internal static unsafe class ConvWeightTile<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Output channels of a tile.</summary>
    public const int Rows = 4;

    /// <summary>Weights of a tile.</summary>
    public const int Columns = 6;

    /// <summary>
    /// Adds to target[r·Columns + c], for the rows and the weights of a tile, the sums over all positions. Positions come in
    /// pairs of offsets: into a gradient plane, into the input. A tile that is short of rows or weights repeats its last one.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(nint count, nint* positions, T* gradient, nint* rows, T* input, nint* columns, T* target)
    {
        TVector s00 = TOps.Broadcast(T.Zero), s01 = TOps.Broadcast(T.Zero), s02 = TOps.Broadcast(T.Zero), s03 = TOps.Broadcast(T.Zero), s04 = TOps.Broadcast(T.Zero), s05 = TOps.Broadcast(T.Zero);
        TVector s10 = TOps.Broadcast(T.Zero), s11 = TOps.Broadcast(T.Zero), s12 = TOps.Broadcast(T.Zero), s13 = TOps.Broadcast(T.Zero), s14 = TOps.Broadcast(T.Zero), s15 = TOps.Broadcast(T.Zero);
        TVector s20 = TOps.Broadcast(T.Zero), s21 = TOps.Broadcast(T.Zero), s22 = TOps.Broadcast(T.Zero), s23 = TOps.Broadcast(T.Zero), s24 = TOps.Broadcast(T.Zero), s25 = TOps.Broadcast(T.Zero);
        TVector s30 = TOps.Broadcast(T.Zero), s31 = TOps.Broadcast(T.Zero), s32 = TOps.Broadcast(T.Zero), s33 = TOps.Broadcast(T.Zero), s34 = TOps.Broadcast(T.Zero), s35 = TOps.Broadcast(T.Zero);
        T* g0 = gradient + rows[0], g1 = gradient + rows[1], g2 = gradient + rows[2], g3 = gradient + rows[3];
        T* x0 = input + columns[0], x1 = input + columns[1], x2 = input + columns[2], x3 = input + columns[3], x4 = input + columns[4], x5 = input + columns[5];
        for (nint* end = positions + (2 * count); positions < end; positions += 2)
        {
            nint from = positions[0], at = positions[1];
            TVector v0 = TOps.Load(g0 + from);
            TVector v1 = TOps.Load(g1 + from);
            TVector v2 = TOps.Load(g2 + from);
            TVector v3 = TOps.Load(g3 + from);
            TVector x;
            x = TOps.Load(x0 + at);
            s00 = TOps.MultiplyAdd(v0, x, s00);
            s10 = TOps.MultiplyAdd(v1, x, s10);
            s20 = TOps.MultiplyAdd(v2, x, s20);
            s30 = TOps.MultiplyAdd(v3, x, s30);
            x = TOps.Load(x1 + at);
            s01 = TOps.MultiplyAdd(v0, x, s01);
            s11 = TOps.MultiplyAdd(v1, x, s11);
            s21 = TOps.MultiplyAdd(v2, x, s21);
            s31 = TOps.MultiplyAdd(v3, x, s31);
            x = TOps.Load(x2 + at);
            s02 = TOps.MultiplyAdd(v0, x, s02);
            s12 = TOps.MultiplyAdd(v1, x, s12);
            s22 = TOps.MultiplyAdd(v2, x, s22);
            s32 = TOps.MultiplyAdd(v3, x, s32);
            x = TOps.Load(x3 + at);
            s03 = TOps.MultiplyAdd(v0, x, s03);
            s13 = TOps.MultiplyAdd(v1, x, s13);
            s23 = TOps.MultiplyAdd(v2, x, s23);
            s33 = TOps.MultiplyAdd(v3, x, s33);
            x = TOps.Load(x4 + at);
            s04 = TOps.MultiplyAdd(v0, x, s04);
            s14 = TOps.MultiplyAdd(v1, x, s14);
            s24 = TOps.MultiplyAdd(v2, x, s24);
            s34 = TOps.MultiplyAdd(v3, x, s34);
            x = TOps.Load(x5 + at);
            s05 = TOps.MultiplyAdd(v0, x, s05);
            s15 = TOps.MultiplyAdd(v1, x, s15);
            s25 = TOps.MultiplyAdd(v2, x, s25);
            s35 = TOps.MultiplyAdd(v3, x, s35);
        }

        AddRow(target + (0 * Columns), s00, s01, s02, s03, s04, s05);
        AddRow(target + (1 * Columns), s10, s11, s12, s13, s14, s15);
        AddRow(target + (2 * Columns), s20, s21, s22, s23, s24, s25);
        AddRow(target + (3 * Columns), s30, s31, s32, s33, s34, s35);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(T* target, TVector a, TVector b, TVector c, TVector d, TVector e, TVector f)
    {
        target[0] += TOps.Sum(a);
        target[1] += TOps.Sum(b);
        target[2] += TOps.Sum(c);
        target[3] += TOps.Sum(d);
        target[4] += TOps.Sum(e);
        target[5] += TOps.Sum(f);
    }
}
