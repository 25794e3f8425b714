using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Multiplication by a random mask of 0 and 1/(1 − p), drawn as libtorch draws it.</summary>
internal static class DropoutOperation
{
    /// <summary>Drops elements, or with <paramref name="wholeChannels"/> whole channels of <paramref name="spatial"/> dimensions.</summary>
    internal static Tensor Apply(Tensor input, double p, bool training, bool inplace, bool wholeChannels, int spatial = 0)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw TorchError.Of($"dropout probability has to be between 0 and 1, but got {p}");
        }

        if (wholeChannels && input.Rank != spatial + 2 && input.Rank != spatial + 1)
        {
            throw TorchError.Of($"dropout{spatial}d: expected {spatial + 1} or {spatial + 2} dimensions, but got the shape {TensorShape.Describe(input.Sizes)}");
        }

        if (!training || p == 0 || input.numel() == 0)
        {
            return input.alias();
        }

        using Scratch scratch = Scratch.Begin();
        Tensor mask = Mask(wholeChannels ? ChannelSizes(input, spatial) : input.Impl.Sizes, input.dtype, 1 - p);
        return scratch.Keep(inplace ? input.mul_(mask).alias() : input.mul(mask));
    }

    private static long[] ChannelSizes(Tensor input, int spatial)
    {
        long[] sizes = input.shape;
        Array.Fill(sizes, 1, sizes.Length - spatial, spatial);
        return sizes;
    }

    private static Tensor Mask(long[] sizes, ScalarType dtype, double keep)
    {
        Tensor mask = Tensor.Empty(sizes, dtype);
        switch (dtype)
        {
            case ScalarType.Float32:
                Fill<float>(mask, keep);
                break;
            case ScalarType.Float64:
                Fill<double>(mask, keep);
                break;
            default:
                throw TorchError.Unsupported("dropout", dtype);
        }

        return mask;
    }

    private static unsafe void Fill<T>(Tensor mask, double keep)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        T* values = mask.Pointer<T>();
        nint count = (nint)mask.numel();
        if (keep == 0)
        {
            new Span<T>(values, checked((int)count)).Clear();
            return;
        }

        Generator generator = Generator.Default;
        lock (generator)
        {
            RandomFill.Bernoulli(generator.Stream, values, count, keep);
        }

        T scale = T.One / T.CreateTruncating(keep);
        for (nint i = 0; i < count; i++)
        {
            values[i] *= scale;
        }

        GC.KeepAlive(mask);
    }
}
