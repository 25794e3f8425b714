using System.Numerics;
using System.Numerics.Tensors;
using TorchSharp.Kernels;

namespace TorchSharp;

/// <summary>The kernels of functions of one tensor and of their derivatives.</summary>
internal static class FunctionKernels
{
    internal readonly struct Exp : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Exp(x, result);
    }

    internal readonly struct Log : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Log(x, result);
    }

    internal readonly struct Sqrt : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sqrt(x, result);
    }

    internal readonly struct ReciprocalSqrt : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            TensorPrimitives.Sqrt(x, result);
            TensorPrimitives.Divide(T.One, result, result);
        }
    }

    internal readonly struct Tanh : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Tanh(x, result);
    }

    internal readonly struct Sigmoid : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sigmoid(x, result);
    }

    internal readonly struct Silu : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = x[i] / (T.One + T.Exp(-x[i]));
            }
        }
    }

    /// <summary>gradient · σ(x)·(1 + x·(1 − σ(x))).</summary>
    internal readonly struct SiluBackward : IFloatBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                T sigmoid = T.One / (T.One + T.Exp(-y[i]));
                result[i] = x[i] * sigmoid * (T.One + (y[i] * (T.One - sigmoid)));
            }
        }
    }

    internal readonly struct Gelu : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => ErrorFunction.Gelu(x, result);
    }

    /// <summary>gradient · (Φ(x) + x·φ(x)).</summary>
    internal readonly struct GeluBackward : IFloatBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                double at = double.CreateTruncating(y[i]);
                double cumulative = 0.5 * (1 + ErrorFunction.Erf(at * 0.70710678118654752));
                double density = 0.39894228040143268 * Math.Exp(-0.5 * at * at);
                result[i] = x[i] * T.CreateTruncating(cumulative + (at * density));
            }
        }
    }

    internal readonly struct Abs : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Abs(x, result);
    }

    internal readonly struct Negate : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Negate(x, result);
    }

    internal readonly struct Square : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(x, x, result);
    }

    internal readonly struct Relu : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T> => TensorPrimitives.Max(x, T.Zero, result);
    }

    /// <summary>The gradient where y is positive.</summary>
    internal readonly struct ReluBackward : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T>
        {
            int i = 0;
            for (; i <= x.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                var positive = Vector.GreaterThan(new Vector<T>(y[i..]), Vector<T>.Zero);
                Vector.ConditionalSelect(positive, new Vector<T>(x[i..]), Vector<T>.Zero).CopyTo(result[i..]);
            }

            for (; i < x.Length; i++)
            {
                result[i] = y[i] > T.Zero ? x[i] : T.Zero;
            }
        }
    }

    /// <summary>−1, 0 or 1; 0 for NaN.</summary>
    internal readonly struct Sign : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = x[i] > T.Zero ? T.One : x[i] < T.Zero ? -T.One : T.Zero;
            }
        }
    }

    internal readonly struct Clamp(Scalar? min, Scalar? max) : INumberUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, INumber<T>
        {
            if (min is not null)
            {
                TensorPrimitives.Max(x, min.To<T>(), result);
                x = result;
            }

            if (max is not null)
            {
                TensorPrimitives.Min(x, max.To<T>(), result);
            }
        }
    }

    /// <summary>The gradient where y lies between the bounds, ends included.</summary>
    internal readonly struct ClampBackward(Scalar? min, Scalar? max) : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T>
        {
            bool hasMin = min is not null;
            bool hasMax = max is not null;
            T low = hasMin ? min!.To<T>() : default;
            T high = hasMax ? max!.To<T>() : default;
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = (!hasMin || y[i] >= low) && (!hasMax || y[i] <= high) ? x[i] : T.Zero;
            }
        }
    }

    internal readonly struct Power(double exponent) : IFloatUnary
    {
        public void Apply<T>(ReadOnlySpan<T> x, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T power = T.CreateTruncating(exponent);
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = T.Pow(x[i], power);
            }
        }
    }

    internal readonly struct PowerOfTwo : IFloatBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = T.Pow(x[i], y[i]);
            }
        }
    }

    /// <summary>x to an integer power, by squaring; integers wrap around as they do in every product.</summary>
    internal readonly struct IntegerPower : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = Of(x[i], y[i]);
            }
        }

        private static T Of<T>(T number, T exponent)
            where T : unmanaged, INumber<T>
        {
            if (exponent < T.Zero)
            {
                return number == T.One ? T.One : number == -T.One ? (T.IsEvenInteger(exponent) ? T.One : number) : T.Zero;
            }

            T two = T.One + T.One;
            T result = T.One;
            for (; exponent > T.Zero; exponent /= two)
            {
                if (!T.IsEvenInteger(exponent))
                {
                    result *= number;
                }

                number *= number;
            }

            return result;
        }
    }
}
