using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// The weight gradient's innermost loop: 6 or 12 weights by one or two vectors of output channels, in registers over all
/// positions of some images. At each position the input that a weight meets is spread over the channels' gradients.
/// </summary>
internal static unsafe class ConvWeightTile<TOps, TVector, T>
    where TOps : struct, IVectorOps<TVector, T>
    where T : unmanaged, INumberBase<T>
{
    /// <summary>Positions that are done at once; they lie side by side.</summary>
    public const int Together = 2;

    /// <summary>
    /// Adds to target[r·step …], for each weight r of the tile, Σ over all positions of input[position + offsets[r]] ·
    /// gradient[position …]. <paramref name="positions"/> tells where in the input every second position is; the gradients
    /// of all positions follow one another.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<TRows, TColumns>(nint count, nint* positions, T* input, nint* offsets, T* gradient, T* target, nint step)
        where TRows : struct, IConstant
        where TColumns : struct, IConstant
    {
        TVector c0 = TOps.Broadcast(T.Zero), d0 = c0, c1 = c0, d1 = c0, c2 = c0, d2 = c0, c3 = c0, d3 = c0, c4 = c0, d4 = c0, c5 = c0, d5 = c0;
        TVector c6 = c0, d6 = c0, c7 = c0, d7 = c0, c8 = c0, d8 = c0, c9 = c0, d9 = c0, c10 = c0, d10 = c0, c11 = c0, d11 = c0;
        nint width = TColumns.Value * TOps.Width;
        for (nint* end = positions + count; positions < end; positions++)
        {
            T* x = input + *positions;
            TVector g = TOps.Load(gradient), h = TOps.Load(gradient + width);
            TVector gRight = TColumns.Value > 1 ? TOps.Load(gradient + TOps.Width) : g;
            TVector hRight = TColumns.Value > 1 ? TOps.Load(gradient + width + TOps.Width) : h;
            gradient += Together * width;
            Step<TColumns>(x + offsets[0], g, gRight, h, hRight, ref c0, ref d0);
            Step<TColumns>(x + offsets[1], g, gRight, h, hRight, ref c1, ref d1);
            Step<TColumns>(x + offsets[2], g, gRight, h, hRight, ref c2, ref d2);
            Step<TColumns>(x + offsets[3], g, gRight, h, hRight, ref c3, ref d3);
            Step<TColumns>(x + offsets[4], g, gRight, h, hRight, ref c4, ref d4);
            Step<TColumns>(x + offsets[5], g, gRight, h, hRight, ref c5, ref d5);
            if (TRows.Value > 6)
            {
                Step<TColumns>(x + offsets[6], g, gRight, h, hRight, ref c6, ref d6);
                Step<TColumns>(x + offsets[7], g, gRight, h, hRight, ref c7, ref d7);
                Step<TColumns>(x + offsets[8], g, gRight, h, hRight, ref c8, ref d8);
                Step<TColumns>(x + offsets[9], g, gRight, h, hRight, ref c9, ref d9);
                Step<TColumns>(x + offsets[10], g, gRight, h, hRight, ref c10, ref d10);
                Step<TColumns>(x + offsets[11], g, gRight, h, hRight, ref c11, ref d11);
            }
        }

        AddTo<TColumns>(target + (0 * step), c0, d0);
        AddTo<TColumns>(target + (1 * step), c1, d1);
        AddTo<TColumns>(target + (2 * step), c2, d2);
        AddTo<TColumns>(target + (3 * step), c3, d3);
        AddTo<TColumns>(target + (4 * step), c4, d4);
        AddTo<TColumns>(target + (5 * step), c5, d5);
        if (TRows.Value > 6)
        {
            AddTo<TColumns>(target + (6 * step), c6, d6);
            AddTo<TColumns>(target + (7 * step), c7, d7);
            AddTo<TColumns>(target + (8 * step), c8, d8);
            AddTo<TColumns>(target + (9 * step), c9, d9);
            AddTo<TColumns>(target + (10 * step), c10, d10);
            AddTo<TColumns>(target + (11 * step), c11, d11);
        }
    }

    /// <summary>Two positions of one weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TColumns>(T* x, TVector g, TVector gRight, TVector h, TVector hRight, ref TVector left, ref TVector right)
        where TColumns : struct, IConstant
    {
        TVector first = TOps.Broadcast(x[0]), second = TOps.Broadcast(x[1]);
        left = TOps.MultiplyAdd(second, h, TOps.MultiplyAdd(first, g, left));
        if (TColumns.Value > 1)
        {
            right = TOps.MultiplyAdd(second, hRight, TOps.MultiplyAdd(first, gRight, right));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo<TColumns>(T* target, TVector left, TVector right)
        where TColumns : struct, IConstant
    {
        TVector one = TOps.Broadcast(T.One);
        TOps.Store(target, TOps.MultiplyAdd(one, left, TOps.Load(target)));
        if (TColumns.Value > 1)
        {
            TOps.Store(target + TOps.Width, TOps.MultiplyAdd(one, right, TOps.Load(target + TOps.Width)));
        }
    }
}
