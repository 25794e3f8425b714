namespace TorchSharp;

/// <summary>Arithmetic of a tensor and a number.</summary>
internal static class NumberArithmetic
{
    internal static Tensor Add(Tensor x, Scalar number, Scalar? alpha = null)
    {
        number = Scaled(number, alpha);
        Tensor result = Unary(x, number, new ArithmeticKernels.AddNumber(number), "add");
        return Node.IsNeeded(x) ? new ScaleNode("AddBackward0", x, 1).Record(result) : result;
    }

    internal static Tensor AddInto(Tensor x, Scalar number, Scalar? alpha = null)
    {
        number = Scaled(number, alpha);
        InPlace.Check(x);
        Node? node = Node.IsNeeded(x) ? new ScaleNode("AddBackward0", x, 1) : null;
        Unary(x, number, new ArithmeticKernels.AddNumber(number), "add_", into: x);
        return InPlace.Finish(x, node);
    }

    internal static Tensor Subtract(Tensor x, Scalar number)
    {
        Tensor result = Unary(x, number, new ArithmeticKernels.SubtractNumber(number), "sub");
        return Node.IsNeeded(x) ? new ScaleNode("SubBackward0", x, 1).Record(result) : result;
    }

    internal static Tensor SubtractInto(Tensor x, Scalar number)
    {
        InPlace.Check(x);
        Node? node = Node.IsNeeded(x) ? new ScaleNode("SubBackward0", x, 1) : null;
        Unary(x, number, new ArithmeticKernels.SubtractNumber(number), "sub_", into: x);
        return InPlace.Finish(x, node);
    }

    internal static Tensor SubtractFrom(Scalar number, Tensor x)
    {
        Tensor result = Unary(x, number, new ArithmeticKernels.SubtractFromNumber(number), "rsub");
        return Node.IsNeeded(x) ? new ScaleNode("RsubBackward1", x, -1).Record(result) : result;
    }

    internal static Tensor Multiply(Tensor x, Scalar number)
    {
        Tensor result = Unary(x, number, new ArithmeticKernels.MultiplyNumber(number), "mul");
        return Node.IsNeeded(x) ? new ScaleNode("MulBackward0", x, number).Record(result) : result;
    }

    internal static Tensor MultiplyInto(Tensor x, Scalar number)
    {
        InPlace.Check(x);
        Node? node = Node.IsNeeded(x) ? new ScaleNode("MulBackward0", x, number) : null;
        Unary(x, number, new ArithmeticKernels.MultiplyNumber(number), "mul_", into: x);
        return InPlace.Finish(x, node);
    }

    internal static Tensor Divide(Tensor x, Scalar number)
    {
        ScalarType dtype = Dtype.ToFloating(Dtype.Result(x, number));
        using Scratch scratch = Scratch.Begin();
        Tensor result = Elements.FloatUnary(Casts.Same(x, dtype), new ArithmeticKernels.DivideByNumber(number), "div");
        return scratch.Keep(Node.IsNeeded(x) ? new DivideNode(x, number).Record(result) : result);
    }

    internal static Tensor DivideInto(Tensor x, Scalar number)
    {
        InPlace.Check(x);
        InPlace.CheckResult(x, x.Sizes, Dtype.ToFloating(Dtype.Result(x, number)));
        Node? node = Node.IsNeeded(x) ? new DivideNode(x, number) : null;
        Elements.FloatUnary(x, x, new ArithmeticKernels.DivideByNumber(number), "div_");
        return InPlace.Finish(x, node);
    }

    /// <summary>number / x.</summary>
    internal static Tensor DivideBy(Scalar number, Tensor x)
    {
        ScalarType dtype = Dtype.ToFloating(Dtype.Result(x, number));
        using Scratch scratch = Scratch.Begin();
        Tensor result = Elements.FloatUnary(Casts.Same(x, dtype), new ArithmeticKernels.DivideNumber(number), "div");
        return scratch.Keep(Node.IsNeeded(x) ? new DividendNode(x, result).Record(result) : result);
    }

    /// <summary>A function of a tensor and a number, computed in their common type.</summary>
    private static Tensor Unary<TKernel>(Tensor x, Scalar number, TKernel kernel, string operation, Tensor? into = null)
        where TKernel : struct, INumberUnary
    {
        ScalarType dtype = Dtype.Result(x, number);
        if (into is not null)
        {
            InPlace.CheckResult(into, x.Sizes, dtype);
            Elements.NumberUnary(into, x, kernel, operation);
            return into;
        }

        // Arithmetic on truth values and a truth value counts in integers, as there is no scalar narrower than that.
        dtype = dtype == ScalarType.Bool ? ScalarType.Int64 : dtype;
        using Scratch scratch = Scratch.Begin();
        Tensor a = Casts.Same(x, dtype);
        Tensor result = ReferenceEquals(a, x) ? x.EmptyLike() : a;
        Elements.NumberUnary(result, a, kernel, operation);
        return scratch.Keep(result);
    }

    private static Scalar Scaled(Scalar number, Scalar? alpha) =>
        alpha is null ? number
        : number.IsFloating || alpha.IsFloating ? number.ToDouble() * alpha.ToDouble()
        : number.ToInt64() * alpha.ToInt64();

    private sealed class ScaleNode(string name, Tensor x, Scalar factor) : Node(name, x)
    {
        private readonly ScalarType dtype = x.dtype;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Casts.Same(factor.ToDouble() == 1 ? grad : Multiply(grad, factor), dtype);
    }

    private sealed class DivideNode(Tensor x, Scalar divisor) : Node("DivBackward0", x)
    {
        private readonly ScalarType dtype = x.dtype;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Casts.Same(Divide(grad, divisor), dtype);
    }

    private sealed class DividendNode : Node
    {
        private readonly SavedTensor x;
        private readonly SavedTensor result;

        internal DividendNode(Tensor x, Tensor result)
            : base("DivBackward0", x)
        {
            this.x = Save(x);
            this.result = Save(result);
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Arithmetic.Divide(grad.mul(result.Value), x.Value).neg();
    }
}
