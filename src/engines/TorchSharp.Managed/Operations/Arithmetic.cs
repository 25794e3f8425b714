namespace TorchSharp;

/// <summary>Addition, subtraction, multiplication and division of tensors, with broadcasting and type promotion.</summary>
internal static class Arithmetic
{
    private static readonly Scalar One = 1;
    private static readonly Scalar MinusOne = -1;

    internal static Tensor Add(Tensor x, Tensor y, Scalar? alpha = null)
    {
        Tensor result = Combine(x, y, alpha ?? One, "add");
        return Node.IsNeeded(x, y) ? new AddNode(x, y, alpha ?? One).Record(result) : result;
    }

    internal static Tensor Subtract(Tensor x, Tensor y)
    {
        RefuseTruthValues(x, y);
        Tensor result = Combine(x, y, MinusOne, "sub");
        return Node.IsNeeded(x, y) ? new AddNode(x, y, MinusOne).Record(result) : result;
    }

    internal static Tensor AddInto(Tensor x, Tensor y, Scalar? alpha = null)
    {
        InPlace.Check(x);
        Node? node = Node.IsNeeded(x, y) ? new AddNode(x, y, alpha ?? One) : null;
        Combine(x, y, alpha ?? One, "add_", into: x);
        return InPlace.Finish(x, node);
    }

    internal static Tensor SubtractInto(Tensor x, Tensor y)
    {
        RefuseTruthValues(x, y);
        return AddInto(x, y, MinusOne);
    }

    internal static Tensor Multiply(Tensor x, Tensor y)
    {
        ScalarType dtype = Dtype.Result(x, y);
        Tensor result = Binary(x, y, dtype, default(ArithmeticKernels.Multiply), "mul");
        return Node.IsNeeded(x, y) ? new MultiplyNode(x, y, x).Record(result) : result;
    }

    internal static Tensor MultiplyInto(Tensor x, Tensor y)
    {
        InPlace.Check(x);
        using Scratch scratch = Scratch.Begin();
        Node? node = Node.IsNeeded(x, y) ? new MultiplyNode(x, y, Before(x, y)) : null;
        Binary(x, y, Dtype.Result(x, y), default(ArithmeticKernels.Multiply), "mul_", into: x);
        return InPlace.Finish(x, node);
    }

    internal static Tensor Divide(Tensor x, Tensor y)
    {
        ScalarType dtype = Dtype.ToFloating(Dtype.Result(x, y));
        Tensor result = FloatBinary(x, y, dtype, default(ArithmeticKernels.Divide), "div");
        return Node.IsNeeded(x, y) ? new DivideNode(x, y, x).Record(result) : result;
    }

    internal static Tensor DivideInto(Tensor x, Tensor y)
    {
        InPlace.Check(x);
        using Scratch scratch = Scratch.Begin();
        Node? node = Node.IsNeeded(x, y) ? new DivideNode(x, y, Before(x, y)) : null;
        FloatBinary(x, y, Dtype.ToFloating(Dtype.Result(x, y)), default(ArithmeticKernels.Divide), "div_", into: x);
        return InPlace.Finish(x, node);
    }

    /// <summary>x + alpha·y, where the element type decides what a sum is: truth values are or-ed.</summary>
    private static Tensor Combine(Tensor x, Tensor y, Scalar alpha, string operation, Tensor? into = null)
    {
        ScalarType dtype = Dtype.Result(x, y);
        if (alpha.IsFloating && !Dtype.IsFloating(dtype))
        {
            throw TorchError.Of("For integral input tensors, argument alpha must not be a floating point number.");
        }

        return dtype == ScalarType.Bool ? Binary(x, y, dtype, default(ArithmeticKernels.Maximum), operation, into)
            : alpha.ToDouble() == 1 ? Binary(x, y, dtype, default(ArithmeticKernels.Add), operation, into)
            : alpha.ToDouble() == -1 ? Binary(x, y, dtype, default(ArithmeticKernels.Subtract), operation, into)
            : Binary(x, y, dtype, new ArithmeticKernels.AddScaled(alpha), operation, into);
    }

    /// <summary>A function of two tensors of numbers, computed in one type, into a new tensor or a given one.</summary>
    internal static Tensor Binary<TKernel>(Tensor x, Tensor y, ScalarType dtype, TKernel kernel, string operation, Tensor? into = null)
        where TKernel : struct, INumberBinary
    {
        using Scratch scratch = Scratch.Begin();
        Tensor a = Casts.Same(x, dtype);
        Tensor b = Casts.Same(y, dtype);
        Tensor result = Target(a, b, dtype, operation, into);
        Elements.NumberBinary(result, a, b, kernel);
        return Deliver(result, into, scratch);
    }

    /// <summary>The same for functions that only floating point numbers have.</summary>
    internal static Tensor FloatBinary<TKernel>(Tensor x, Tensor y, ScalarType dtype, TKernel kernel, string operation, Tensor? into = null)
        where TKernel : struct, IFloatBinary
    {
        using Scratch scratch = Scratch.Begin();
        Tensor a = Casts.Same(x, dtype);
        Tensor b = Casts.Same(y, dtype);
        Tensor result = Target(a, b, dtype, operation, into);
        Elements.FloatBinary(result, a, b, kernel, operation);
        return Deliver(result, into, scratch);
    }

    private static Tensor Target(Tensor a, Tensor b, ScalarType dtype, string operation, Tensor? into)
    {
        if (into is not null)
        {
            InPlace.CheckResult(into, TensorShape.Broadcast(a.Sizes, b.Sizes, operation), dtype);
            if (into.dtype == dtype)
            {
                return into;
            }
        }

        return Elements.ResultFor(a, b, dtype, operation);
    }

    private static Tensor Deliver(Tensor result, Tensor? into, Scratch scratch)
    {
        if (into is null || ReferenceEquals(result, into))
        {
            return scratch.Keep(result);
        }

        Copies.Copy(into, Casts.Same(result, into.dtype));
        return into;
    }

    /// <summary>What x is before it is written to, if the other operand's gradient needs that.</summary>
    private static Tensor Before(Tensor x, Tensor y) => y.requires_grad ? Copies.Contiguous(x) : x;

    private static void RefuseTruthValues(Tensor x, Tensor y)
    {
        if (x.dtype == ScalarType.Bool && y.dtype == ScalarType.Bool)
        {
            throw TorchError.Of("Subtraction, the `-` operator, with two bool tensors is not supported: use `^` for the symmetric difference.");
        }
    }

    /// <summary>An operand's size and type, which its gradient must have.</summary>
    private readonly struct Operand(Tensor tensor)
    {
        private readonly long[] sizes = tensor.Impl.Sizes;
        private readonly ScalarType dtype = tensor.dtype;

        internal Tensor Fit(Tensor grad) => GradientShape.SumTo(grad, sizes, dtype);
    }

    private sealed class AddNode(Tensor x, Tensor y, Scalar alpha) : Node("AddBackward0", x, y)
    {
        private readonly Operand x = new(x);
        private readonly Operand y = new(y);

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            if (Needs(0))
            {
                inputGrads[0] = x.Fit(grad);
            }

            if (Needs(1))
            {
                inputGrads[1] = y.Fit(alpha.ToDouble() == 1 ? grad : grad.mul(alpha));
            }
        }
    }

    private sealed class MultiplyNode : Node
    {
        private readonly Operand shapeX;
        private readonly Operand shapeY;
        private readonly SavedTensor? x;
        private readonly SavedTensor? y;

        internal MultiplyNode(Tensor x, Tensor y, Tensor savedX)
            : base("MulBackward0", x, y)
        {
            shapeX = new(x);
            shapeY = new(y);
            this.x = SaveIf(Needs(1), savedX);
            this.y = SaveIf(Needs(0), y);
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            if (y is not null)
            {
                inputGrads[0] = shapeX.Fit(grad.mul(y.Value));
            }

            if (x is not null)
            {
                inputGrads[1] = shapeY.Fit(grad.mul(x.Value));
            }
        }
    }

    private sealed class DivideNode : Node
    {
        private readonly Operand shapeX;
        private readonly Operand shapeY;
        private readonly SavedTensor? x;
        private readonly SavedTensor y;

        internal DivideNode(Tensor x, Tensor y, Tensor savedX)
            : base("DivBackward0", x, y)
        {
            shapeX = new(x);
            shapeY = new(y);
            this.x = SaveIf(Needs(1), savedX);
            this.y = Save(y);
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor divisor = y.Value;
            Tensor quotient = Divide(grad, divisor);
            if (Needs(0))
            {
                inputGrads[0] = shapeX.Fit(quotient);
            }

            if (x is not null)
            {
                inputGrads[1] = shapeY.Fit(Divide(quotient.mul(x.Value), divisor).neg());
            }
        }
    }
}
