using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The largest element of every window of a range of planes, and where in its plane it stands. NaN is largest.</summary>
internal readonly unsafe struct MaxPoolJob<T> : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly PoolAxis vertical;
    private readonly PoolAxis horizontal;
    private readonly (int Begin, int End, int Stride) full;
    private readonly T* input;
    private readonly T* output;
    private readonly long* places;

    public MaxPoolJob(PoolAxis vertical, PoolAxis horizontal, T* input, T* output, long* places)
    {
        this.vertical = vertical;
        this.horizontal = horizontal;
        this.input = input;
        this.output = output;
        this.places = places;

        // Offsets within a window are reckoned in the elements' own type, which must hold them exactly.
        bool exact = (long)vertical.Size * horizontal.Size < 1 << 24;
        full = exact ? horizontal.Full() : default;
    }

    public void Run(nint from, nint to)
    {
        nint target = from * vertical.Places * horizontal.Places;
        for (nint plane = from; plane < to; plane++)
        {
            T* source = input + (plane * vertical.Size * horizontal.Size);
            for (int y = 0; y < vertical.Places; y++)
            {
                OneByOne(source, y, 0, full.Begin, target);
                for (int x = full.Begin; x < full.End; x += MaxPoolRow<T>.Longest)
                {
                    MaxPoolRow<T>.Run(source, vertical, horizontal, y, x, Math.Min(MaxPoolRow<T>.Longest, full.End - x), full.Stride, output + target + x, places + target + x);
                }

                OneByOne(source, y, full.End, horizontal.Places, target);
                target += horizontal.Places;
            }
        }
    }

    private void OneByOne(T* source, int y, int begin, int end, nint target)
    {
        for (int x = begin; x < end; x++)
        {
            long place = Largest(source, y, x);
            places[target + x] = place;
            output[target + x] = source[place];
        }
    }

    private long Largest(T* source, int y, int x)
    {
        long best = ((long)vertical.First[y] * horizontal.Size) + horizontal.First[x];
        T largest = source[best];
        for (int i = 0; i < vertical.Count[y]; i++)
        {
            long row = (vertical.First[y] + ((long)i * vertical.Step)) * horizontal.Size;
            for (int j = 0; j < horizontal.Count[x]; j++)
            {
                long place = row + horizontal.First[x] + ((long)j * horizontal.Step);
                if (source[place] > largest || T.IsNaN(source[place]))
                {
                    largest = source[place];
                    best = place;
                }
            }
        }

        return best;
    }
}
