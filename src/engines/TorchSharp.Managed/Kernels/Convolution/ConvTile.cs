using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The convolution's innermost loop: so many output channels by one or two vectors of neighbouring outputs, in registers
/// over all weights. It reads the image where it is laid out, through a table of offsets.
/// </summary>
internal static unsafe class ConvTile<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>
    /// first[r] and second[r] (rows a stride apart) = bias[r] + Σ over depth of weights[p·rows + r] · image[offsets[p] …],
    /// the image being read at <paramref name="x"/> and at <paramref name="y"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply<TRows, TColumns>(nint depth, T* weights, nint* offsets, T* x, T* y, T* bias, T* first, nint firstStep, T* second, nint secondStep)
        where TRows : struct, IConstant
        where TColumns : struct, IConstant
    {
        TVector c0 = TRows.Value > 0 ? TOps.Broadcast(bias[0]) : TOps.Broadcast(T.Zero), d0 = c0;
        TVector c1 = TRows.Value > 1 ? TOps.Broadcast(bias[1]) : TOps.Broadcast(T.Zero), d1 = c1;
        TVector c2 = TRows.Value > 2 ? TOps.Broadcast(bias[2]) : TOps.Broadcast(T.Zero), d2 = c2;
        TVector c3 = TRows.Value > 3 ? TOps.Broadcast(bias[3]) : TOps.Broadcast(T.Zero), d3 = c3;
        TVector c4 = TRows.Value > 4 ? TOps.Broadcast(bias[4]) : TOps.Broadcast(T.Zero), d4 = c4;
        TVector c5 = TRows.Value > 5 ? TOps.Broadcast(bias[5]) : TOps.Broadcast(T.Zero), d5 = c5;
        TVector c6 = TRows.Value > 6 ? TOps.Broadcast(bias[6]) : TOps.Broadcast(T.Zero), d6 = c6;
        TVector c7 = TRows.Value > 7 ? TOps.Broadcast(bias[7]) : TOps.Broadcast(T.Zero), d7 = c7;
        TVector c8 = TRows.Value > 8 ? TOps.Broadcast(bias[8]) : TOps.Broadcast(T.Zero), d8 = c8;
        TVector c9 = TRows.Value > 9 ? TOps.Broadcast(bias[9]) : TOps.Broadcast(T.Zero), d9 = c9;
        TVector c10 = TRows.Value > 10 ? TOps.Broadcast(bias[10]) : TOps.Broadcast(T.Zero), d10 = c10;
        TVector c11 = TRows.Value > 11 ? TOps.Broadcast(bias[11]) : TOps.Broadcast(T.Zero), d11 = c11;
        for (nint p = 0; p < depth; p++)
        {
            nint offset = offsets[p];
            TVector left = TOps.Load(x + offset);
            TVector right = TColumns.Value > 1 ? TOps.Load(y + offset) : left;
            if (TRows.Value > 0)
            {
                TVector weight = TOps.Broadcast(weights[0]);
                c0 = TOps.MultiplyAdd(weight, left, c0);
                if (TColumns.Value > 1)
                {
                    d0 = TOps.MultiplyAdd(weight, right, d0);
                }
            }

            if (TRows.Value > 1)
            {
                TVector weight = TOps.Broadcast(weights[1]);
                c1 = TOps.MultiplyAdd(weight, left, c1);
                if (TColumns.Value > 1)
                {
                    d1 = TOps.MultiplyAdd(weight, right, d1);
                }
            }

            if (TRows.Value > 2)
            {
                TVector weight = TOps.Broadcast(weights[2]);
                c2 = TOps.MultiplyAdd(weight, left, c2);
                if (TColumns.Value > 1)
                {
                    d2 = TOps.MultiplyAdd(weight, right, d2);
                }
            }

            if (TRows.Value > 3)
            {
                TVector weight = TOps.Broadcast(weights[3]);
                c3 = TOps.MultiplyAdd(weight, left, c3);
                if (TColumns.Value > 1)
                {
                    d3 = TOps.MultiplyAdd(weight, right, d3);
                }
            }

            if (TRows.Value > 4)
            {
                TVector weight = TOps.Broadcast(weights[4]);
                c4 = TOps.MultiplyAdd(weight, left, c4);
                if (TColumns.Value > 1)
                {
                    d4 = TOps.MultiplyAdd(weight, right, d4);
                }
            }

            if (TRows.Value > 5)
            {
                TVector weight = TOps.Broadcast(weights[5]);
                c5 = TOps.MultiplyAdd(weight, left, c5);
                if (TColumns.Value > 1)
                {
                    d5 = TOps.MultiplyAdd(weight, right, d5);
                }
            }

            if (TRows.Value > 6)
            {
                TVector weight = TOps.Broadcast(weights[6]);
                c6 = TOps.MultiplyAdd(weight, left, c6);
                if (TColumns.Value > 1)
                {
                    d6 = TOps.MultiplyAdd(weight, right, d6);
                }
            }

            if (TRows.Value > 7)
            {
                TVector weight = TOps.Broadcast(weights[7]);
                c7 = TOps.MultiplyAdd(weight, left, c7);
                if (TColumns.Value > 1)
                {
                    d7 = TOps.MultiplyAdd(weight, right, d7);
                }
            }

            if (TRows.Value > 8)
            {
                TVector weight = TOps.Broadcast(weights[8]);
                c8 = TOps.MultiplyAdd(weight, left, c8);
                if (TColumns.Value > 1)
                {
                    d8 = TOps.MultiplyAdd(weight, right, d8);
                }
            }

            if (TRows.Value > 9)
            {
                TVector weight = TOps.Broadcast(weights[9]);
                c9 = TOps.MultiplyAdd(weight, left, c9);
                if (TColumns.Value > 1)
                {
                    d9 = TOps.MultiplyAdd(weight, right, d9);
                }
            }

            if (TRows.Value > 10)
            {
                TVector weight = TOps.Broadcast(weights[10]);
                c10 = TOps.MultiplyAdd(weight, left, c10);
                if (TColumns.Value > 1)
                {
                    d10 = TOps.MultiplyAdd(weight, right, d10);
                }
            }

            if (TRows.Value > 11)
            {
                TVector weight = TOps.Broadcast(weights[11]);
                c11 = TOps.MultiplyAdd(weight, left, c11);
                if (TColumns.Value > 1)
                {
                    d11 = TOps.MultiplyAdd(weight, right, d11);
                }
            }

            weights += TRows.Value;
        }

        if (TRows.Value > 0)
        {
            TOps.Store(first + (0 * firstStep), c0);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (0 * secondStep), d0);
            }
        }

        if (TRows.Value > 1)
        {
            TOps.Store(first + (1 * firstStep), c1);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (1 * secondStep), d1);
            }
        }

        if (TRows.Value > 2)
        {
            TOps.Store(first + (2 * firstStep), c2);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (2 * secondStep), d2);
            }
        }

        if (TRows.Value > 3)
        {
            TOps.Store(first + (3 * firstStep), c3);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (3 * secondStep), d3);
            }
        }

        if (TRows.Value > 4)
        {
            TOps.Store(first + (4 * firstStep), c4);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (4 * secondStep), d4);
            }
        }

        if (TRows.Value > 5)
        {
            TOps.Store(first + (5 * firstStep), c5);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (5 * secondStep), d5);
            }
        }

        if (TRows.Value > 6)
        {
            TOps.Store(first + (6 * firstStep), c6);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (6 * secondStep), d6);
            }
        }

        if (TRows.Value > 7)
        {
            TOps.Store(first + (7 * firstStep), c7);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (7 * secondStep), d7);
            }
        }

        if (TRows.Value > 8)
        {
            TOps.Store(first + (8 * firstStep), c8);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (8 * secondStep), d8);
            }
        }

        if (TRows.Value > 9)
        {
            TOps.Store(first + (9 * firstStep), c9);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (9 * secondStep), d9);
            }
        }

        if (TRows.Value > 10)
        {
            TOps.Store(first + (10 * firstStep), c10);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (10 * secondStep), d10);
            }
        }

        if (TRows.Value > 11)
        {
            TOps.Store(first + (11 * firstStep), c11);
            if (TColumns.Value > 1)
            {
                TOps.Store(second + (11 * secondStep), d11);
            }
        }
    }
}
