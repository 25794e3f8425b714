using System.Numerics;
using RoundingMode = TorchSharp.torch.RoundingMode;

namespace TorchSharp;

/// <summary>Division with a choice of rounding. A rounded quotient keeps the integers' type and has no slope.</summary>
internal static class Quotients
{
    internal static Tensor Divide(Tensor x, Tensor y, RoundingMode rounding)
    {
        if (rounding == RoundingMode.None)
        {
            return Arithmetic.Divide(x, y);
        }

        Tensor result = Rounded(x, y, rounding, null);
        return Node.IsNeeded(x, y) ? new RoundedNode(x, y).Record(result) : result;
    }

    internal static Tensor DivideInto(Tensor x, Tensor y, RoundingMode rounding)
    {
        if (rounding == RoundingMode.None)
        {
            return Arithmetic.DivideInto(x, y);
        }

        InPlace.Check(x);
        Node? node = Node.IsNeeded(x, y) ? new RoundedNode(x, y) : null;
        Rounded(x, y, rounding, x);
        return InPlace.Finish(x, node);
    }

    internal static Tensor Divide(Tensor x, Scalar y, RoundingMode rounding)
    {
        if (rounding == RoundingMode.None)
        {
            return NumberArithmetic.Divide(x, y);
        }

        using Scratch scratch = Scratch.Begin();
        return scratch.Keep(Divide(x, Tensor.Empty([], Dtype.Result(x, y)).fill_(y), rounding));
    }

    internal static Tensor DivideInto(Tensor x, Scalar y, RoundingMode rounding)
    {
        if (rounding == RoundingMode.None)
        {
            return NumberArithmetic.DivideInto(x, y);
        }

        using Scratch scratch = Scratch.Begin();
        return DivideInto(x, Tensor.Empty([], Dtype.Result(x, y)).fill_(y), rounding);
    }

    private static Tensor Rounded(Tensor x, Tensor y, RoundingMode rounding, Tensor? into)
    {
        ScalarType dtype = Dtype.Result(x, y);
        if (Dtype.IsFloating(dtype))
        {
            return Arithmetic.FloatBinary(x, y, dtype, new FloatQuotient(rounding == RoundingMode.floor), "div", into);
        }

        using Scratch scratch = Scratch.Begin();
        if (y.detach().eq(0).any().item<bool>())
        {
            throw TorchError.Of("ZeroDivisionError: integer division by zero");
        }

        return scratch.Keep(Arithmetic.Binary(x, y, dtype, new IntegerQuotient(rounding == RoundingMode.floor), "div", into));
    }

    private readonly struct FloatQuotient(bool down) : IFloatBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                T quotient = x[i] / y[i];
                result[i] = down ? T.Floor(quotient) : T.Truncate(quotient);
            }
        }
    }

    private readonly struct IntegerQuotient(bool down) : INumberBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, INumber<T>
        {
            for (int i = 0; i < x.Length; i++)
            {
                // The most negative number divided by -1 wraps around; the processor would trap.
                T quotient = y[i] == -T.One ? T.Zero - x[i] : x[i] / y[i];
                bool below = down && quotient * y[i] != x[i] && (x[i] < T.Zero) != (y[i] < T.Zero);
                result[i] = below ? quotient - T.One : quotient;
            }
        }
    }

    private sealed class RoundedNode(Tensor x, Tensor y) : Node("DivBackward1", x, y)
    {
        private readonly long[] sizesX = x.Impl.Sizes;
        private readonly long[] sizesY = y.Impl.Sizes;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            inputGrads[0] = Needs(0) ? Tensor.Zeros(sizesX, grad.dtype) : null;
            inputGrads[1] = Needs(1) ? Tensor.Zeros(sizesY, grad.dtype) : null;
        }
    }
}
