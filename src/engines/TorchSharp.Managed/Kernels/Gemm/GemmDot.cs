using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The product of A with a transposed B when either has few rows against the depth: dot products of rows with rows, four
/// by four, where both operands lie.
/// </summary>
internal readonly unsafe struct GemmDot<TOps, TVector, T>(GemmOperands<T> product) : IRangeJob
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    private const int TileSide = 4;

    /// <summary>Multiply-adds that are worth a second thread.</summary>
    private const nint Grain = 1 << 16;

    /// <summary>Runs the product; A is not transposed, B is.</summary>
    public static void Multiply(in GemmOperands<T> product)
    {
        // The longer side is shared out, so the product is turned if that is C's rows.
        GemmDot<TOps, TVector, T> dot = new(product);
        nint longer = Math.Max(product.M, product.N);
        nint grain = (Grain / (Math.Min(product.M, product.N) * product.K)) + 1;
        Workers.For((longer + TileSide - 1) / TileSide, (grain + TileSide - 1) / TileSide, dot);
    }

    public void Run(nint from, nint to)
    {
        bool byColumns = product.N >= product.M;
        nint firstRow = byColumns ? 0 : from * TileSide, endRow = byColumns ? product.M : Math.Min(to * TileSide, product.M);
        nint firstColumn = byColumns ? from * TileSide : 0, endColumn = byColumns ? Math.Min(to * TileSide, product.N) : product.N;
        for (nint column = firstColumn; column < endColumn;)
        {
            bool four = column + TileSide <= endColumn;
            for (nint row = firstRow; row < endRow; row += TileSide)
            {
                if (four)
                {
                    Tile<Constant.Four>(row, endRow - row, column);
                }
                else
                {
                    Tile<Constant.One>(row, endRow - row, column);
                }
            }

            column += four ? TileSide : 1;
        }
    }

    private void Tile<TColumns>(nint row, nint rows, nint column)
        where TColumns : struct, IConstant
    {
        switch (rows)
        {
            case 1:
                Tile<Constant.One, TColumns>(row, column);
                break;
            case 2:
                Tile<Constant.Two, TColumns>(row, column);
                break;
            case 3:
                Tile<Constant.Three, TColumns>(row, column);
                break;
            default:
                Tile<Constant.Four, TColumns>(row, column);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile<TRows, TColumns>(nint row, nint column)
        where TRows : struct, IConstant
        where TColumns : struct, IConstant
    {
        nint lda = product.Lda, ldb = product.Ldb, depth = product.K;
        T* a = product.A + (row * lda), b = product.B + (column * ldb);
        TVector s00 = TOps.Broadcast(T.Zero), s01 = TOps.Broadcast(T.Zero), s02 = TOps.Broadcast(T.Zero), s03 = TOps.Broadcast(T.Zero);
        TVector s10 = TOps.Broadcast(T.Zero), s11 = TOps.Broadcast(T.Zero), s12 = TOps.Broadcast(T.Zero), s13 = TOps.Broadcast(T.Zero);
        TVector s20 = TOps.Broadcast(T.Zero), s21 = TOps.Broadcast(T.Zero), s22 = TOps.Broadcast(T.Zero), s23 = TOps.Broadcast(T.Zero);
        TVector s30 = TOps.Broadcast(T.Zero), s31 = TOps.Broadcast(T.Zero), s32 = TOps.Broadcast(T.Zero), s33 = TOps.Broadcast(T.Zero);
        TVector mask = TOps.LastLanes(TOps.Width);
        nint p = 0;
        while (p < depth)
        {
            // The last step goes back to a full vector and leaves out what it has seen.
            if (p + TOps.Width > depth)
            {
                mask = TOps.LastLanes(depth - p);
                p = depth - TOps.Width;
            }

            TVector b0 = TOps.And(mask, TOps.Load(b + p));
            TVector b1 = TColumns.Value > 1 ? TOps.And(mask, TOps.Load(b + ldb + p)) : b0;
            TVector b2 = TColumns.Value > 2 ? TOps.And(mask, TOps.Load(b + (2 * ldb) + p)) : b0;
            TVector b3 = TColumns.Value > 3 ? TOps.And(mask, TOps.Load(b + (3 * ldb) + p)) : b0;
            if (TRows.Value > 0)
            {
                TVector x = TOps.And(mask, TOps.Load(a + p));
                s00 = TOps.MultiplyAdd(x, b0, s00);
                if (TColumns.Value > 1)
                {
                    s01 = TOps.MultiplyAdd(x, b1, s01);
                    s02 = TOps.MultiplyAdd(x, b2, s02);
                    s03 = TOps.MultiplyAdd(x, b3, s03);
                }
            }

            if (TRows.Value > 1)
            {
                TVector x = TOps.And(mask, TOps.Load(a + lda + p));
                s10 = TOps.MultiplyAdd(x, b0, s10);
                if (TColumns.Value > 1)
                {
                    s11 = TOps.MultiplyAdd(x, b1, s11);
                    s12 = TOps.MultiplyAdd(x, b2, s12);
                    s13 = TOps.MultiplyAdd(x, b3, s13);
                }
            }

            if (TRows.Value > 2)
            {
                TVector x = TOps.And(mask, TOps.Load(a + (2 * lda) + p));
                s20 = TOps.MultiplyAdd(x, b0, s20);
                if (TColumns.Value > 1)
                {
                    s21 = TOps.MultiplyAdd(x, b1, s21);
                    s22 = TOps.MultiplyAdd(x, b2, s22);
                    s23 = TOps.MultiplyAdd(x, b3, s23);
                }
            }

            if (TRows.Value > 3)
            {
                TVector x = TOps.And(mask, TOps.Load(a + (3 * lda) + p));
                s30 = TOps.MultiplyAdd(x, b0, s30);
                if (TColumns.Value > 1)
                {
                    s31 = TOps.MultiplyAdd(x, b1, s31);
                    s32 = TOps.MultiplyAdd(x, b2, s32);
                    s33 = TOps.MultiplyAdd(x, b3, s33);
                }
            }

            p += TOps.Width;
        }

        if (TRows.Value > 0)
        {
            Set<TColumns>(row, column, s00, s01, s02, s03);
        }

        if (TRows.Value > 1)
        {
            Set<TColumns>(row + 1, column, s10, s11, s12, s13);
        }

        if (TRows.Value > 2)
        {
            Set<TColumns>(row + 2, column, s20, s21, s22, s23);
        }

        if (TRows.Value > 3)
        {
            Set<TColumns>(row + 3, column, s30, s31, s32, s33);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set<TColumns>(nint row, nint column, TVector sum0, TVector sum1, TVector sum2, TVector sum3)
        where TColumns : struct, IConstant
    {
        T* c = product.C + (row * product.Ldc) + column;
        Set(c, TOps.Sum(sum0));
        if (TColumns.Value > 1)
        {
            Set(c + 1, TOps.Sum(sum1));
            Set(c + 2, TOps.Sum(sum2));
            Set(c + 3, TOps.Sum(sum3));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Set(T* c, T value) => *c = product.Beta == T.Zero ? value : value + (product.Beta * *c);
}
