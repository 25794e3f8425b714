using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The innermost product: a tile of C, at most 12 rows by two vectors, kept in registers over the whole depth.
/// Rows and columns are type arguments: each size is compiled on its own and what it does not use is gone.
/// </summary>
internal static unsafe class GemmTile<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>
    /// c = (depth steps of a·b) + beta·c, where step p takes columns b[p·bStep …] and rows a[i·aRow + p·aStep], or
    /// a[p·rows + i] if A is packed. With beta = 0, c is not read.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TRows, TColumns, TPacked>(nint depth, T* a, nint aRow, nint aStep, T* b, nint bStep, T beta, T* c, nint ldc)
        where TRows : struct, IConstant
        where TColumns : struct, IConstant
        where TPacked : struct, IConstant
    {
        TVector c0 = TOps.Broadcast(T.Zero), d0 = c0;
        TVector c1 = TOps.Broadcast(T.Zero), d1 = c1;
        TVector c2 = TOps.Broadcast(T.Zero), d2 = c2;
        TVector c3 = TOps.Broadcast(T.Zero), d3 = c3;
        TVector c4 = TOps.Broadcast(T.Zero), d4 = c4;
        TVector c5 = TOps.Broadcast(T.Zero), d5 = c5;
        TVector c6 = TOps.Broadcast(T.Zero), d6 = c6;
        TVector c7 = TOps.Broadcast(T.Zero), d7 = c7;
        TVector c8 = TOps.Broadcast(T.Zero), d8 = c8;
        TVector c9 = TOps.Broadcast(T.Zero), d9 = c9;
        TVector c10 = TOps.Broadcast(T.Zero), d10 = c10;
        TVector c11 = TOps.Broadcast(T.Zero), d11 = c11;
        nint row1 = TPacked.Value != 0 ? 1 : aRow, row2 = 2 * row1, step = TPacked.Value != 0 ? TRows.Value : aStep;
        T* a3 = a + (3 * row1), a6 = a + (6 * row1), a9 = a + (9 * row1);
        for (nint p = depth; p > 0; p--)
        {
            TVector x = TOps.Load(b);
            TVector y = TColumns.Value > 1 ? TOps.Load(b + TOps.Width) : x;
            if (TRows.Value > 0)
            {
                TVector row = TOps.Broadcast(*a);
                c0 = TOps.MultiplyAdd(row, x, c0);
                if (TColumns.Value > 1)
                {
                    d0 = TOps.MultiplyAdd(row, y, d0);
                }
            }

            if (TRows.Value > 1)
            {
                TVector row = TOps.Broadcast(a[row1]);
                c1 = TOps.MultiplyAdd(row, x, c1);
                if (TColumns.Value > 1)
                {
                    d1 = TOps.MultiplyAdd(row, y, d1);
                }
            }

            if (TRows.Value > 2)
            {
                TVector row = TOps.Broadcast(a[row2]);
                c2 = TOps.MultiplyAdd(row, x, c2);
                if (TColumns.Value > 1)
                {
                    d2 = TOps.MultiplyAdd(row, y, d2);
                }
            }

            if (TRows.Value > 3)
            {
                TVector row = TOps.Broadcast(*a3);
                c3 = TOps.MultiplyAdd(row, x, c3);
                if (TColumns.Value > 1)
                {
                    d3 = TOps.MultiplyAdd(row, y, d3);
                }
            }

            if (TRows.Value > 4)
            {
                TVector row = TOps.Broadcast(a3[row1]);
                c4 = TOps.MultiplyAdd(row, x, c4);
                if (TColumns.Value > 1)
                {
                    d4 = TOps.MultiplyAdd(row, y, d4);
                }
            }

            if (TRows.Value > 5)
            {
                TVector row = TOps.Broadcast(a3[row2]);
                c5 = TOps.MultiplyAdd(row, x, c5);
                if (TColumns.Value > 1)
                {
                    d5 = TOps.MultiplyAdd(row, y, d5);
                }
            }

            if (TRows.Value > 6)
            {
                TVector row = TOps.Broadcast(*a6);
                c6 = TOps.MultiplyAdd(row, x, c6);
                if (TColumns.Value > 1)
                {
                    d6 = TOps.MultiplyAdd(row, y, d6);
                }
            }

            if (TRows.Value > 7)
            {
                TVector row = TOps.Broadcast(a6[row1]);
                c7 = TOps.MultiplyAdd(row, x, c7);
                if (TColumns.Value > 1)
                {
                    d7 = TOps.MultiplyAdd(row, y, d7);
                }
            }

            if (TRows.Value > 8)
            {
                TVector row = TOps.Broadcast(a6[row2]);
                c8 = TOps.MultiplyAdd(row, x, c8);
                if (TColumns.Value > 1)
                {
                    d8 = TOps.MultiplyAdd(row, y, d8);
                }
            }

            if (TRows.Value > 9)
            {
                TVector row = TOps.Broadcast(*a9);
                c9 = TOps.MultiplyAdd(row, x, c9);
                if (TColumns.Value > 1)
                {
                    d9 = TOps.MultiplyAdd(row, y, d9);
                }
            }

            if (TRows.Value > 10)
            {
                TVector row = TOps.Broadcast(a9[row1]);
                c10 = TOps.MultiplyAdd(row, x, c10);
                if (TColumns.Value > 1)
                {
                    d10 = TOps.MultiplyAdd(row, y, d10);
                }
            }

            if (TRows.Value > 11)
            {
                TVector row = TOps.Broadcast(a9[row2]);
                c11 = TOps.MultiplyAdd(row, x, c11);
                if (TColumns.Value > 1)
                {
                    d11 = TOps.MultiplyAdd(row, y, d11);
                }
            }

            a += step;
            if (TRows.Value > 3)
            {
                a3 += step;
            }

            if (TRows.Value > 6)
            {
                a6 += step;
            }

            if (TRows.Value > 9)
            {
                a9 += step;
            }

            b += bStep;
        }

        if (TRows.Value > 0)
        {
            Store<TColumns>(c + (0 * ldc), c0, d0, beta);
        }

        if (TRows.Value > 1)
        {
            Store<TColumns>(c + (1 * ldc), c1, d1, beta);
        }

        if (TRows.Value > 2)
        {
            Store<TColumns>(c + (2 * ldc), c2, d2, beta);
        }

        if (TRows.Value > 3)
        {
            Store<TColumns>(c + (3 * ldc), c3, d3, beta);
        }

        if (TRows.Value > 4)
        {
            Store<TColumns>(c + (4 * ldc), c4, d4, beta);
        }

        if (TRows.Value > 5)
        {
            Store<TColumns>(c + (5 * ldc), c5, d5, beta);
        }

        if (TRows.Value > 6)
        {
            Store<TColumns>(c + (6 * ldc), c6, d6, beta);
        }

        if (TRows.Value > 7)
        {
            Store<TColumns>(c + (7 * ldc), c7, d7, beta);
        }

        if (TRows.Value > 8)
        {
            Store<TColumns>(c + (8 * ldc), c8, d8, beta);
        }

        if (TRows.Value > 9)
        {
            Store<TColumns>(c + (9 * ldc), c9, d9, beta);
        }

        if (TRows.Value > 10)
        {
            Store<TColumns>(c + (10 * ldc), c10, d10, beta);
        }

        if (TRows.Value > 11)
        {
            Store<TColumns>(c + (11 * ldc), c11, d11, beta);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TColumns>(T* c, TVector first, TVector second, T beta)
        where TColumns : struct, IConstant
    {
        if (beta == T.Zero)
        {
            TOps.Store(c, first);
            if (TColumns.Value > 1)
            {
                TOps.Store(c + TOps.Width, second);
            }

            return;
        }

        TVector factor = TOps.Broadcast(beta);
        TOps.Store(c, TOps.MultiplyAdd(factor, TOps.Load(c), first));
        if (TColumns.Value > 1)
        {
            TOps.Store(c + TOps.Width, TOps.MultiplyAdd(factor, TOps.Load(c + TOps.Width), second));
        }
    }
}
