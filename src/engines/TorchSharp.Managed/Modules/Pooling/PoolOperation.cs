using System.Numerics;
using TorchSharp.Kernels;

namespace TorchSharp.Modules;

/// <summary>Poolings over the last two dimensions; one-dimensional ones are images of height 1.</summary>
internal static class PoolOperation
{
    /// <summary>Planes that are worth a second thread.</summary>
    private const nint ElementsPerThread = 1 << 13;

    internal static (Tensor Values, Tensor Places) Max(string operation, Tensor input, PoolAxis vertical, PoolAxis horizontal) => input.dtype switch
    {
        ScalarType.Float32 => Max<float>(input, vertical, horizontal),
        ScalarType.Float64 => Max<double>(input, vertical, horizontal),
        _ => throw TorchError.Unsupported(operation, input.dtype),
    };

    internal static Tensor Average(string operation, Tensor input, PoolAxis vertical, PoolAxis horizontal, bool countPadding, long? divisor)
    {
        if (divisor == 0)
        {
            throw TorchError.Of($"{operation}: divisor must be not zero");
        }

        return input.dtype switch
        {
            ScalarType.Float32 => Average<float>(input, vertical, horizontal, countPadding, divisor ?? 0),
            ScalarType.Float64 => Average<double>(input, vertical, horizontal, countPadding, divisor ?? 0),
            _ => throw TorchError.Unsupported(operation, input.dtype),
        };
    }

    /// <summary>Checks for … × channels × the pooled dimensions, with a batch or without.</summary>
    internal static void CheckInput(string operation, Tensor input, int spatial)
    {
        if (input.Rank != spatial + 1 && input.Rank != spatial + 2)
        {
            throw TorchError.Of($"{operation}: Expected {spatial + 1}D or {spatial + 2}D input, but got the shape {TensorShape.Describe(input.Sizes)}");
        }
    }

    internal static nint Grain(PoolAxis vertical, PoolAxis horizontal) =>
        (ElementsPerThread / Math.Max(1, (nint)vertical.Size * horizontal.Size)) + 1;

    private static unsafe (Tensor Values, Tensor Places) Max<T>(Tensor input, PoolAxis vertical, PoolAxis horizontal)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using Scratch scratch = Scratch.Begin();
        Tensor x = Rows.Contiguous(input);
        long[] sizes = OutputSizes(input, vertical, horizontal);
        Tensor values = Tensor.Empty(sizes, input.dtype);
        Tensor places = Tensor.Empty(sizes, ScalarType.Int64);
        Workers.For(Planes(input), Grain(vertical, horizontal), new MaxPoolJob<T>(vertical, horizontal, x.Pointer<T>(), values.Pointer<T>(), places.Pointer<long>()));
        GC.KeepAlive(x);
        if (Node.IsNeeded(input))
        {
            new MaxPoolNode<T>(input, places, vertical, horizontal).Record(values);
        }

        return (scratch.Keep(values), scratch.Keep(places));
    }

    private static unsafe Tensor Average<T>(Tensor input, PoolAxis vertical, PoolAxis horizontal, bool countPadding, long divisor)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using Scratch scratch = Scratch.Begin();
        Tensor x = Rows.Contiguous(input);
        Tensor values = Tensor.Empty(OutputSizes(input, vertical, horizontal), input.dtype);
        Workers.For(Planes(input), Grain(vertical, horizontal), new AveragePoolJob<T>(vertical, horizontal, false, countPadding, divisor, x.Pointer<T>(), values.Pointer<T>()));
        GC.KeepAlive(x);
        return scratch.Keep(Node.IsNeeded(input) ? new AveragePoolNode<T>(input, vertical, horizontal, countPadding, divisor).Record(values) : values);
    }

    private static nint Planes(Tensor input) => (nint)TensorShape.Count(input.Sizes[..^2]);

    private static long[] OutputSizes(Tensor input, PoolAxis vertical, PoolAxis horizontal) =>
        [.. input.Sizes[..^2], vertical.Places, horizontal.Places];
}
