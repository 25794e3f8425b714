using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The maxima of neighbouring windows of equal size and distance: one element of all windows at a time.</summary>
internal static unsafe class MaxPoolRow<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Windows that are done at once.</summary>
    internal const int Longest = 64;

    /// <summary>Finds the maxima of <paramref name="count"/> windows from window (y, x) on, and their places in the plane.</summary>
    [SkipLocalsInit]
    internal static void Run(T* source, PoolAxis vertical, PoolAxis horizontal, int y, int x, int count, int stride, T* output, long* places)
    {
        T* candidates = stackalloc T[Longest];
        T* largest = stackalloc T[Longest];
        T* offsets = stackalloc T[Longest];
        nint first = ((nint)vertical.First[y] * horizontal.Size) + horizontal.First[x];
        ConvRows.Gather(source + first, stride, largest, count);
        new Span<T>(offsets, count).Clear();
        for (int i = 0; i < vertical.Count[y]; i++)
        {
            for (int j = i == 0 ? 1 : 0; j < horizontal.Count[x]; j++)
            {
                nint offset = ((nint)i * vertical.Step * horizontal.Size) + ((nint)j * horizontal.Step);
                ConvRows.Gather(source + first + offset, stride, candidates, count);
                Replace(candidates, T.CreateTruncating(offset), largest, offsets, count);
            }
        }

        for (int w = 0; w < count; w++)
        {
            output[w] = largest[w];
            places[w] = first + ((nint)w * stride) + nint.CreateTruncating(offsets[w]);
        }
    }

    /// <summary>Puts candidates where they are larger, or NaN, and notes where they came from. What lies beyond the count is of no account.</summary>
    private static void Replace(T* candidates, T offset, T* largest, T* offsets, int count)
    {
        for (int w = 0; w < count; w += Vector<T>.Count)
        {
            Vector<T> candidate = Vector.Load(candidates + w), before = Vector.Load(largest + w);
            Vector<T> better = Vector.GreaterThan(candidate, before) | ~Vector.Equals(candidate, candidate);
            Vector.Store(Vector.ConditionalSelect(better, candidate, before), largest + w);
            Vector.Store(Vector.ConditionalSelect(better, new Vector<T>(offset), Vector.Load(offsets + w)), offsets + w);
        }
    }
}
