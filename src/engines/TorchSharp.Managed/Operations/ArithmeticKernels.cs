using System.Numerics;
using System.Numerics.Tensors;

namespace TorchSharp;

/// <summary>The kernels of arithmetic on two tensors, or on a tensor and a number.</summary>
internal static class ArithmeticKernels
{
    internal readonly struct Add : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Add(x, y, result);
    }

    internal readonly struct Subtract : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(x, y, result);
    }

    internal readonly struct Multiply : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, y, result);
    }

    internal readonly struct Divide : IFloatBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Divide(x, y, result);
    }

    /// <summary>x + factor·y.</summary>
    internal readonly struct AddScaled(Scalar factor) : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T>
        {
            T scale = factor.To<T>();
            var wide = new Vector<T>(scale);
            int i = 0;
            for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                (new Vector<T>(x[i..]) + (wide * new Vector<T>(y[i..]))).CopyTo(result[i..]);
            }

            for (; i < x.Length; i++)
            {
                result[i] = x[i] + (scale * y[i]);
            }
        }
    }

    /// <summary>The larger of two; NaN if either is.</summary>
    internal readonly struct Maximum : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Max(x, y, result);
    }

    /// <summary>The smaller of two; NaN if either is.</summary>
    internal readonly struct Minimum : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Min(x, y, result);
    }

    internal readonly struct AddNumber(Scalar number) : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Add(x, number.To<T>(), result);
    }

    internal readonly struct SubtractNumber(Scalar number) : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(x, number.To<T>(), result);
    }

    internal readonly struct SubtractFromNumber(Scalar number) : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Subtract(number.To<T>(), x, result);
    }

    internal readonly struct MultiplyNumber(Scalar number) : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, number.To<T>(), result);
    }

    internal readonly struct DivideByNumber(Scalar number) : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Divide(x, T.CreateTruncating(number.ToDouble()), result);
    }

    internal readonly struct DivideNumber(Scalar number) : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Divide(T.CreateTruncating(number.ToDouble()), x, result);
    }

    internal readonly struct Fill(Scalar number) : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => result.Fill(number.To<T>());
    }
}
