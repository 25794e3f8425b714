using System.Numerics;

namespace TorchSharp;

/// <summary>And, or, exclusive or, not: of truth values, or of the bits of integers.</summary>
internal static class Logic
{
    internal static Tensor And(Tensor x, Tensor y) => Bits(x, y, default(AndKernel), "bitwise_and");

    internal static Tensor Or(Tensor x, Tensor y) => Bits(x, y, default(OrKernel), "bitwise_or");

    internal static Tensor Xor(Tensor x, Tensor y) => Bits(x, y, default(XorKernel), "bitwise_xor");

    internal static Tensor Not(Tensor x)
    {
        using Scratch scratch = Scratch.Begin();
        if (x.dtype == ScalarType.Bool)
        {
            return scratch.Keep(Comparisons.Of(x, Tensor.Zeros([], ScalarType.Bool), default(Comparisons.Equal), "bitwise_not"));
        }

        return scratch.Keep(Bits(x, Tensor.Empty([], x.dtype).fill_(-1), default(XorKernel), "bitwise_not"));
    }

    private static Tensor Bits<TKernel>(Tensor x, Tensor y, TKernel kernel, string operation)
        where TKernel : struct, IBits
    {
        using Scratch scratch = Scratch.Begin();
        ScalarType dtype = Dtype.Result(x, y);
        Tensor a = Casts.Same(x, dtype);
        Tensor b = Casts.Same(y, dtype);
        Tensor result = Elements.ResultFor(a, b, dtype, operation);
        switch (dtype)
        {
            case ScalarType.Int64: Elements.Binary<long, long, Kernel<long, TKernel>>(result, a, b, new(kernel)); break;
            case ScalarType.Int32: Elements.Binary<int, int, Kernel<int, TKernel>>(result, a, b, new(kernel)); break;
            case ScalarType.Int16: Elements.Binary<short, short, Kernel<short, TKernel>>(result, a, b, new(kernel)); break;
            case ScalarType.Int8 or ScalarType.Byte or ScalarType.Bool: Elements.Binary<byte, byte, Kernel<byte, TKernel>>(result, a, b, new(kernel)); break;
            default: throw TorchError.Unsupported(operation, dtype);
        }

        return scratch.Keep(result);
    }

    private interface IBits
    {
        T Of<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T>;
    }

    private readonly struct AndKernel : IBits
    {
        public T Of<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T> => x & y;
    }

    private readonly struct OrKernel : IBits
    {
        public T Of<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T> => x | y;
    }

    private readonly struct XorKernel : IBits
    {
        public T Of<T>(T x, T y)
            where T : unmanaged, IBinaryInteger<T> => x ^ y;
    }

    private readonly struct Kernel<T, TKernel>(TKernel kernel) : IBinaryKernel<T, T>
        where T : unmanaged, IBinaryInteger<T>
        where TKernel : struct, IBits
    {
        public void Apply(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        {
            for (int i = 0; i < result.Length; i++)
            {
                result[i] = kernel.Of(x[i], y[i]);
            }
        }
    }
}
