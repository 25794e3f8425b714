using System.Numerics;

namespace TorchSharp;

/// <summary>Applies kernels to whole tensors of any strides and broadcastable sizes. Knows nothing of gradients.</summary>
internal static unsafe class Elements
{
    /// <summary>A function of a floating point tensor, into a new tensor.</summary>
    internal static Tensor FloatUnary<TKernel>(Tensor x, TKernel kernel, string operation)
        where TKernel : struct, IFloatUnary
    {
        Tensor result = x.EmptyLike();
        FloatUnary(result, x, kernel, operation);
        return result;
    }

    /// <summary>A function of a floating point tensor, into a tensor of the same size and type.</summary>
    internal static void FloatUnary<TKernel>(Tensor result, Tensor x, TKernel kernel, string operation)
        where TKernel : struct, IFloatUnary
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Unary<float, float, FloatUnaryKernel<float, TKernel>>(result, x, new(kernel)); break;
            case ScalarType.Float64: Unary<double, double, FloatUnaryKernel<double, TKernel>>(result, x, new(kernel)); break;
            default: throw TorchError.Unsupported(operation, x.dtype);
        }
    }

    /// <summary>A function of a tensor of numbers, into a tensor of the same size and type.</summary>
    internal static void NumberUnary<TKernel>(Tensor result, Tensor x, TKernel kernel, string operation)
        where TKernel : struct, INumberUnary
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Unary<float, float, NumberUnaryKernel<float, TKernel>>(result, x, new(kernel)); break;
            case ScalarType.Float64: Unary<double, double, NumberUnaryKernel<double, TKernel>>(result, x, new(kernel)); break;
            case ScalarType.Int64: Unary<long, long, NumberUnaryKernel<long, TKernel>>(result, x, new(kernel)); break;
            case ScalarType.Int32: Unary<int, int, NumberUnaryKernel<int, TKernel>>(result, x, new(kernel)); break;
            case ScalarType.Int16: Unary<short, short, NumberUnaryKernel<short, TKernel>>(result, x, new(kernel)); break;
            case ScalarType.Int8: Unary<sbyte, sbyte, NumberUnaryKernel<sbyte, TKernel>>(result, x, new(kernel)); break;
            case ScalarType.Byte: Unary<byte, byte, NumberUnaryKernel<byte, TKernel>>(result, x, new(kernel)); break;
            default: throw TorchError.Unsupported(operation, x.dtype);
        }
    }

    /// <summary>A function of two floating point tensors of one type.</summary>
    internal static void FloatBinary<TKernel>(Tensor result, Tensor x, Tensor y, TKernel kernel, string operation)
        where TKernel : struct, IFloatBinary
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Binary<float, float, FloatBinaryKernel<float, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Float64: Binary<double, double, FloatBinaryKernel<double, TKernel>>(result, x, y, new(kernel)); break;
            default: throw TorchError.Unsupported(operation, x.dtype);
        }
    }

    /// <summary>A function of two floating point tensors of one size and type, into a new tensor.</summary>
    internal static Tensor FloatBinary<TKernel>(Tensor x, Tensor y, TKernel kernel, string operation)
        where TKernel : struct, IFloatBinary
    {
        Tensor result = ResultFor(x, y, x.dtype, operation);
        FloatBinary(result, x, y, kernel, operation);
        return result;
    }

    /// <summary>A function of two tensors of numbers of one type; truth values count as bytes.</summary>
    internal static void NumberBinary<TKernel>(Tensor result, Tensor x, Tensor y, TKernel kernel)
        where TKernel : struct, INumberBinary
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Binary<float, float, NumberBinaryKernel<float, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Float64: Binary<double, double, NumberBinaryKernel<double, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int64: Binary<long, long, NumberBinaryKernel<long, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int32: Binary<int, int, NumberBinaryKernel<int, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int16: Binary<short, short, NumberBinaryKernel<short, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int8: Binary<sbyte, sbyte, NumberBinaryKernel<sbyte, TKernel>>(result, x, y, new(kernel)); break;
            default: Binary<byte, byte, NumberBinaryKernel<byte, TKernel>>(result, x, y, new(kernel)); break;
        }
    }

    /// <summary>A relation of two tensors of numbers of one type, into a tensor of truth values.</summary>
    internal static void Compare<TKernel>(Tensor result, Tensor x, Tensor y, TKernel kernel)
        where TKernel : struct, IComparison
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Binary<float, byte, ComparisonKernel<float, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Float64: Binary<double, byte, ComparisonKernel<double, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int64: Binary<long, byte, ComparisonKernel<long, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int32: Binary<int, byte, ComparisonKernel<int, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int16: Binary<short, byte, ComparisonKernel<short, TKernel>>(result, x, y, new(kernel)); break;
            case ScalarType.Int8: Binary<sbyte, byte, ComparisonKernel<sbyte, TKernel>>(result, x, y, new(kernel)); break;
            default: Binary<byte, byte, ComparisonKernel<byte, TKernel>>(result, x, y, new(kernel)); break;
        }
    }

    internal static void Unary<TIn, TOut, TKernel>(Tensor result, Tensor x, TKernel kernel)
        where TIn : unmanaged
        where TOut : unmanaged
        where TKernel : struct, IUnaryKernel<TIn, TOut>
    {
        var row = new ElementRows.Unary<TIn, TOut, TKernel>(result.Pointer<TOut>(), x.Pointer<TIn>(), kernel);
        long count = result.numel();
        if (count < StridedLoop.ParallelThreshold && SameDense(result, x))
        {
            row.Run((nint)count, 0, 1, 0, 1, 0, 0, 0, 0);
        }
        else
        {
            StridedLoop.Run(result.Sizes, row, result.Strides, Expanded(x, result));
        }

        GC.KeepAlive(result);
        GC.KeepAlive(x);
    }

    internal static void Binary<TIn, TOut, TKernel>(Tensor result, Tensor x, Tensor y, TKernel kernel)
        where TIn : unmanaged
        where TOut : unmanaged
        where TKernel : struct, IBinaryKernel<TIn, TOut>
    {
        var row = new ElementRows.Binary<TIn, TOut, TKernel>(result.Pointer<TOut>(), x.Pointer<TIn>(), y.Pointer<TIn>(), kernel);
        long count = result.numel();
        if (count < StridedLoop.ParallelThreshold && SameDense(result, x) && SameDense(result, y))
        {
            row.Run((nint)count, 0, 1, 0, 1, 0, 1, 0, 0);
        }
        else
        {
            StridedLoop.Run(result.Sizes, row, result.Strides, Expanded(x, result), Expanded(y, result));
        }

        GC.KeepAlive(result);
        GC.KeepAlive(x);
        GC.KeepAlive(y);
    }

    /// <summary>A new tensor for a function of two, laid out as the first where they have one size.</summary>
    internal static Tensor ResultFor(Tensor x, Tensor y, ScalarType dtype, string operation)
    {
        if (x.Sizes.SequenceEqual(y.Sizes))
        {
            return x.EmptyLike(dtype);
        }

        return Tensor.Empty(TensorShape.Broadcast(x.Sizes, y.Sizes, operation), dtype);
    }

    /// <summary>The strides under which an operand reads as if it had the result's size.</summary>
    internal static ReadOnlySpan<long> Expanded(Tensor x, Tensor result) =>
        x.Sizes.SequenceEqual(result.Sizes) ? x.Strides : TensorShape.ExpandedStrides(x.Sizes, x.Strides, result.Sizes);

    private static bool SameDense(Tensor result, Tensor x) =>
        (result.is_contiguous() && x.is_contiguous() && x.numel() == result.numel())
        || (x.Sizes.SequenceEqual(result.Sizes) && x.Strides.SequenceEqual(result.Strides) && TensorShape.IsDense(x.Sizes, x.Strides));

    private readonly struct FloatUnaryKernel<T, TKernel>(TKernel kernel) : IUnaryKernel<T, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, IFloatUnary
    {
        public void Apply(ReadOnlySpan<T> x, Span<T> result) => kernel.Apply(x, result);
    }

    private readonly struct NumberUnaryKernel<T, TKernel>(TKernel kernel) : IUnaryKernel<T, T>
        where T : unmanaged, INumber<T>
        where TKernel : struct, INumberUnary
    {
        public void Apply(ReadOnlySpan<T> x, Span<T> result) => kernel.Apply(x, result);
    }

    private readonly struct FloatBinaryKernel<T, TKernel>(TKernel kernel) : IBinaryKernel<T, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TKernel : struct, IFloatBinary
    {
        public void Apply(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) => kernel.Apply(x, y, result);
    }

    private readonly struct NumberBinaryKernel<T, TKernel>(TKernel kernel) : IBinaryKernel<T, T>
        where T : unmanaged, INumber<T>
        where TKernel : struct, INumberBinary
    {
        public void Apply(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result) => kernel.Apply(x, y, result);
    }

    private readonly struct ComparisonKernel<T, TKernel>(TKernel kernel) : IBinaryKernel<T, byte>
        where T : unmanaged, INumber<T>
        where TKernel : struct, IComparison
    {
        public void Apply(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<byte> result)
        {
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = kernel.Holds(x[i], y[i]) ? (byte)1 : (byte)0;
            }
        }
    }
}
