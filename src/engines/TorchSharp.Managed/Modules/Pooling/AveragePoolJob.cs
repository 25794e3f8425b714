using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The mean of every window of a range of planes, or, backward, each window's gradient dealt out to its elements.</summary>
internal readonly unsafe struct AveragePoolJob<T>(PoolAxis vertical, PoolAxis horizontal, bool backward, bool countPadding, long divisor, T* large, T* small) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        nint size = (nint)vertical.Size * horizontal.Size;
        nint window = from * vertical.Places * horizontal.Places;
        for (nint plane = from; plane < to; plane++)
        {
            T* elements = large + (plane * size);
            if (backward)
            {
                new Span<T>(elements, checked((int)size)).Clear();
            }

            for (int y = 0; y < vertical.Places; y++)
            {
                for (int x = 0; x < horizontal.Places; x++, window++)
                {
                    T scale = T.One / T.CreateTruncating(Divisor(y, x));
                    if (backward)
                    {
                        Deal(elements, y, x, small[window] * scale);
                    }
                    else
                    {
                        small[window] = Sum(elements, y, x) * scale;
                    }
                }
            }
        }
    }

    private long Divisor(int y, int x) =>
        divisor != 0 ? divisor
        : countPadding ? (long)vertical.Extent[y] * horizontal.Extent[x]
        : (long)vertical.Count[y] * horizontal.Count[x];

    private T Sum(T* elements, int y, int x)
    {
        T sum = T.Zero;
        for (int i = 0; i < vertical.Count[y]; i++)
        {
            T* row = elements + ((nint)(vertical.First[y] + i) * horizontal.Size) + horizontal.First[x];
            for (int j = 0; j < horizontal.Count[x]; j++)
            {
                sum += row[j];
            }
        }

        return sum;
    }

    private void Deal(T* elements, int y, int x, T share)
    {
        for (int i = 0; i < vertical.Count[y]; i++)
        {
            T* row = elements + ((nint)(vertical.First[y] + i) * horizontal.Size) + horizontal.First[x];
            for (int j = 0; j < horizontal.Count[x]; j++)
            {
                row[j] += share;
            }
        }
    }
}
