using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>The largest element of every window of a range of planes, and where in its plane it stands. NaN is largest.</summary>
internal readonly unsafe struct MaxPoolJob<T>(PoolAxis vertical, PoolAxis horizontal, T* input, T* output, long* places) : IRangeJob
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(nint from, nint to)
    {
        nint target = from * vertical.Places * horizontal.Places;
        for (nint plane = from; plane < to; plane++)
        {
            T* source = input + (plane * vertical.Size * horizontal.Size);
            for (int y = 0; y < vertical.Places; y++)
            {
                for (int x = 0; x < horizontal.Places; x++, target++)
                {
                    long place = Largest(source, y, x);
                    places[target] = place;
                    output[target] = source[place];
                }
            }
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
