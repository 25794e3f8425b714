namespace TorchSharp;

/// <summary>Powers of tensors.</summary>
internal static class Powers
{
    internal static Tensor Power(Tensor x, Scalar exponent)
    {
        double power = exponent.ToDouble();
        if (power == 2)
        {
            return Functions.Square(x);
        }

        using Scratch scratch = Scratch.Begin();
        ScalarType dtype = Dtype.Result(x, exponent);
        if (!Dtype.IsFloating(dtype))
        {
            if (power < 0)
            {
                throw TorchError.Of("Integers to negative integer powers are not allowed.");
            }

            Tensor number = Casts.Same(x, dtype == ScalarType.Bool ? ScalarType.Int64 : dtype);
            Tensor powers = Tensor.Empty([], number.dtype).fill_(exponent);
            return scratch.Keep(Arithmetic.Binary(number, powers, number.dtype, default(FunctionKernels.IntegerPower), "pow"));
        }

        Tensor result = Elements.FloatUnary(Casts.Same(x, dtype), new FunctionKernels.Power(power), "pow");
        if (Node.IsNeeded(x))
        {
            new FunctionNode("PowBackward0", x, x, (g, v) => power == 0 ? Tensor.Zeros(v.Sizes, v.dtype) : g.mul(Power(v, power - 1)).mul(power)).Record(result);
        }

        return scratch.Keep(result);
    }

    internal static Tensor Power(Tensor x, Tensor exponent)
    {
        ScalarType dtype = Dtype.Result(x, exponent);
        if (!Dtype.IsFloating(dtype))
        {
            return Arithmetic.Binary(x, exponent, dtype == ScalarType.Bool ? ScalarType.Int64 : dtype, default(FunctionKernels.IntegerPower), "pow");
        }

        Tensor result = Arithmetic.FloatBinary(x, exponent, dtype, default(FunctionKernels.PowerOfTwo), "pow");
        return Node.IsNeeded(x, exponent) ? new PowerNode(x, exponent, result).Record(result) : result;
    }

    private sealed class PowerNode : Node
    {
        private readonly SavedTensor x;
        private readonly SavedTensor exponent;
        private readonly SavedTensor? result;

        internal PowerNode(Tensor x, Tensor exponent, Tensor result)
            : base("PowBackward1", x, exponent)
        {
            this.x = Save(x);
            this.exponent = Save(exponent);
            this.result = SaveIf(Needs(1), result);
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor number = x.Value;
            Tensor power = exponent.Value;
            if (Needs(0))
            {
                // 0 at exponent 0, where the power is constant; the formula would give 0 · ∞ at x = 0.
                Tensor slope = power.mul(Power(number, power.sub(1))).masked_fill(power.eq(0), 0);
                inputGrads[0] = GradientShape.SumTo(grad.mul(slope), number.Sizes, number.dtype);
            }

            if (result is not null)
            {
                // 0 at x = 0 with a non-negative exponent, the limit of x^e · log x.
                Tensor slope = result.Value.mul(number.log()).masked_fill(Logic.And(number.eq(0), power.ge(0)), 0);
                inputGrads[1] = GradientShape.SumTo(grad.mul(slope), power.Sizes, power.dtype);
            }
        }
    }
}
