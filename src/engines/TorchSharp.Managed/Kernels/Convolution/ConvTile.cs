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
        TVector zero = TOps.Broadcast(T.Zero);
        TVector c0 = TRows.Value > 0 ? TOps.Broadcast(bias[0]) : zero, d0 = c0;
        TVector c1 = TRows.Value > 1 ? TOps.Broadcast(bias[1]) : zero, d1 = c1;
        TVector c2 = TRows.Value > 2 ? TOps.Broadcast(bias[2]) : zero, d2 = c2;
        TVector c3 = TRows.Value > 3 ? TOps.Broadcast(bias[3]) : zero, d3 = c3;
        TVector c4 = TRows.Value > 4 ? TOps.Broadcast(bias[4]) : zero, d4 = c4;
        TVector c5 = TRows.Value > 5 ? TOps.Broadcast(bias[5]) : zero, d5 = c5;
        TVector c6 = TRows.Value > 6 ? TOps.Broadcast(bias[6]) : zero, d6 = c6;
        TVector c7 = TRows.Value > 7 ? TOps.Broadcast(bias[7]) : zero, d7 = c7;
        TVector c8 = TRows.Value > 8 ? TOps.Broadcast(bias[8]) : zero, d8 = c8;
        TVector c9 = TRows.Value > 9 ? TOps.Broadcast(bias[9]) : zero, d9 = c9;
        TVector c10 = TRows.Value > 10 ? TOps.Broadcast(bias[10]) : zero, d10 = c10;
        TVector c11 = TRows.Value > 11 ? TOps.Broadcast(bias[11]) : zero, d11 = c11;
        for (nint p = 0; p < depth; p++)
        {
            nint offset = offsets[p];
            TVector left = TOps.Load(x + offset);
            TVector right = TColumns.Value > 1 ? TOps.Load(y + offset) : left;
            Step<TRows, TColumns>(0, weights, left, right, ref c0, ref d0);
            Step<TRows, TColumns>(1, weights, left, right, ref c1, ref d1);
            Step<TRows, TColumns>(2, weights, left, right, ref c2, ref d2);
            Step<TRows, TColumns>(3, weights, left, right, ref c3, ref d3);
            Step<TRows, TColumns>(4, weights, left, right, ref c4, ref d4);
            Step<TRows, TColumns>(5, weights, left, right, ref c5, ref d5);
            Step<TRows, TColumns>(6, weights, left, right, ref c6, ref d6);
            Step<TRows, TColumns>(7, weights, left, right, ref c7, ref d7);
            Step<TRows, TColumns>(8, weights, left, right, ref c8, ref d8);
            Step<TRows, TColumns>(9, weights, left, right, ref c9, ref d9);
            Step<TRows, TColumns>(10, weights, left, right, ref c10, ref d10);
            Step<TRows, TColumns>(11, weights, left, right, ref c11, ref d11);
            weights += TRows.Value;
        }

        Put<TRows, TColumns>(0, first + (0 * firstStep), c0, second + (0 * secondStep), d0);
        Put<TRows, TColumns>(1, first + (1 * firstStep), c1, second + (1 * secondStep), d1);
        Put<TRows, TColumns>(2, first + (2 * firstStep), c2, second + (2 * secondStep), d2);
        Put<TRows, TColumns>(3, first + (3 * firstStep), c3, second + (3 * secondStep), d3);
        Put<TRows, TColumns>(4, first + (4 * firstStep), c4, second + (4 * secondStep), d4);
        Put<TRows, TColumns>(5, first + (5 * firstStep), c5, second + (5 * secondStep), d5);
        Put<TRows, TColumns>(6, first + (6 * firstStep), c6, second + (6 * secondStep), d6);
        Put<TRows, TColumns>(7, first + (7 * firstStep), c7, second + (7 * secondStep), d7);
        Put<TRows, TColumns>(8, first + (8 * firstStep), c8, second + (8 * secondStep), d8);
        Put<TRows, TColumns>(9, first + (9 * firstStep), c9, second + (9 * secondStep), d9);
        Put<TRows, TColumns>(10, first + (10 * firstStep), c10, second + (10 * secondStep), d10);
        Put<TRows, TColumns>(11, first + (11 * firstStep), c11, second + (11 * secondStep), d11);
    }

    /// <summary>One weight times both vectors, if the tile has this row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TRows, TColumns>(int row, T* weights, TVector left, TVector right, ref TVector c, ref TVector d)
        where TRows : struct, IConstant
        where TColumns : struct, IConstant
    {
        if (TRows.Value > row)
        {
            TVector weight = TOps.Broadcast(weights[row]);
            c = TOps.MultiplyAdd(weight, left, c);
            if (TColumns.Value > 1)
            {
                d = TOps.MultiplyAdd(weight, right, d);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TRows, TColumns>(int row, T* first, TVector c, T* second, TVector d)
        where TRows : struct, IConstant
        where TColumns : struct, IConstant
    {
        if (TRows.Value > row)
        {
            TOps.Store(first, c);
            if (TColumns.Value > 1)
            {
                TOps.Store(second, d);
            }
        }
    }
}
