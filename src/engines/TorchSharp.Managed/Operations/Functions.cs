namespace TorchSharp;

/// <summary>Functions of one tensor, element by element.</summary>
internal static class Functions
{
    internal static Tensor Exp(Tensor x) => OfResult(x, default(FunctionKernels.Exp), "ExpBackward0", static (g, y) => g.mul(y));

    internal static Tensor Log(Tensor x) => OfInput(x, default(FunctionKernels.Log), "LogBackward0", static (g, v) => Arithmetic.Divide(g, v));

    internal static Tensor Sqrt(Tensor x) => OfResult(x, default(FunctionKernels.Sqrt), "SqrtBackward0", static (g, y) => Arithmetic.Divide(g, y).mul(0.5));

    internal static Tensor ReciprocalSqrt(Tensor x) =>
        OfResult(x, default(FunctionKernels.ReciprocalSqrt), "RsqrtBackward0", static (g, y) => g.mul(y.mul(y).mul(y)).mul(-0.5));

    internal static Tensor Reciprocal(Tensor x) =>
        OfResult(x, new ArithmeticKernels.DivideNumber(1), "ReciprocalBackward0", static (g, y) => g.mul(y.mul(y)).neg());

    internal static Tensor Tanh(Tensor x) =>
        OfResult(x, default(FunctionKernels.Tanh), "TanhBackward0", static (g, y) => g.sub(g.mul(y.mul(y))));

    internal static Tensor Sigmoid(Tensor x) =>
        OfResult(x, default(FunctionKernels.Sigmoid), "SigmoidBackward0", static (g, y) => g.mul(y.sub(y.mul(y))));

    internal static Tensor Silu(Tensor x) =>
        OfInput(x, default(FunctionKernels.Silu), "SiluBackward0", static (g, v) => Elements.FloatBinary(g, v, default(FunctionKernels.SiluBackward), "silu"));

    internal static Tensor Gelu(Tensor x) =>
        OfInput(x, default(FunctionKernels.Gelu), "GeluBackward0", static (g, v) => Elements.FloatBinary(g, v, default(FunctionKernels.GeluBackward), "gelu"));

    internal static Tensor Abs(Tensor x)
    {
        Tensor result = OfNumbers(x, default(FunctionKernels.Abs), "abs");
        return Node.IsNeeded(x) ? new FunctionNode("AbsBackward0", x, x, static (g, v) => g.mul(Sign(v))).Record(result) : result;
    }

    internal static Tensor Negate(Tensor x)
    {
        if (x.dtype == ScalarType.Bool)
        {
            throw TorchError.Of("Negation, the `-` operator, on a bool tensor is not supported: use `~` to invert a mask.");
        }

        Tensor result = OfNumbers(x, default(FunctionKernels.Negate), "neg");
        return Node.IsNeeded(x) ? new NegateNode(x).Record(result) : result;
    }

    internal static Tensor Square(Tensor x)
    {
        Tensor result = OfNumbers(x, default(FunctionKernels.Square), "square");
        return Node.IsNeeded(x) ? new FunctionNode("PowBackward0", x, x, static (g, v) => g.mul(v).mul(2)).Record(result) : result;
    }

    internal static Tensor Sign(Tensor x)
    {
        Tensor result = OfNumbers(x, default(FunctionKernels.Sign), "sign");
        return Node.IsNeeded(x) ? new ConstantNode("SignBackward0", x).Record(result) : result;
    }

    internal static Tensor Relu(Tensor x)
    {
        Tensor result = OfNumbers(x, default(FunctionKernels.Relu), "relu");
        return Node.IsNeeded(x) ? new ReluNode(x, result, x.Impl.Storage.Version == 0).Record(result) : result;
    }

    internal static Tensor ReluInto(Tensor x)
    {
        InPlace.Check(x);
        bool fresh = x.Impl.Storage.Version == 0;
        Elements.NumberUnary(x, x, default(FunctionKernels.Relu), "relu_");
        x.Impl.Storage.BumpVersion();

        // The node saves what x has become; its edge still goes to what x was.
        return Node.IsNeeded(x) ? InPlace.Adopt(x, new ReluNode(x, x, fresh)) : x;
    }

    internal static Tensor Clamp(Tensor x, Scalar? min, Scalar? max)
    {
        RequireBounds(min is null && max is null);
        using Scratch scratch = Scratch.Begin();
        ScalarType dtype = ClampType(x, min, max);
        Tensor a = Casts.Same(x, dtype);
        Tensor result = a.EmptyLike();
        Elements.NumberUnary(result, a, new FunctionKernels.Clamp(min, max), "clamp");
        return scratch.Keep(Node.IsNeeded(x) ? ClampNode(x, min, max).Record(result) : result);
    }

    internal static Tensor ClampInto(Tensor x, Scalar? min, Scalar? max)
    {
        RequireBounds(min is null && max is null);
        InPlace.Check(x);
        InPlace.CheckResult(x, x.Sizes, ClampType(x, min, max));
        using Scratch scratch = Scratch.Begin();

        // The gradient asks which elements were cut, which the result no longer tells.
        Node? node = Node.IsNeeded(x) ? ClampNode(x, Copies.Contiguous(x), min, max) : null;
        Elements.NumberUnary(x, x, new FunctionKernels.Clamp(min, max), "clamp_");
        return InPlace.Finish(x, node);
    }

    internal static void RequireBounds(bool none)
    {
        if (none)
        {
            throw TorchError.Of("torch.clamp: At least one of 'min' or 'max' must not be None");
        }
    }

    /// <summary>A function whose gradient is zero everywhere.</summary>
    internal sealed class ConstantNode(string name, Tensor x) : Node(name, x)
    {
        private readonly long[] sizes = x.Impl.Sizes;

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
            inputGrads[0] = Tensor.Zeros(sizes, grad.dtype);
    }

    private static ScalarType ClampType(Tensor x, Scalar? min, Scalar? max)
    {
        ScalarType low = min is null ? x.dtype : Dtype.Result(x, min);
        return max is null ? low : Dtype.Promote(low, Dtype.Result(x, max));
    }

    private static FunctionNode ClampNode(Tensor x, Scalar? min, Scalar? max) => ClampNode(x, x, min, max);

    private static FunctionNode ClampNode(Tensor x, Tensor saved, Scalar? min, Scalar? max) =>
        new("ClampBackward1", x, saved, (g, v) => Arithmetic.Binary(g, v, g.dtype, new FunctionKernels.ClampBackward(min, max), "clamp"));

    /// <summary>A function whose gradient needs its result; integers become floating point.</summary>
    private static Tensor OfResult<TKernel>(Tensor x, TKernel kernel, string name, Func<Tensor, Tensor, Tensor> backward)
        where TKernel : struct, IFloatUnary
    {
        using Scratch scratch = Scratch.Begin();
        Tensor result = Elements.FloatUnary(Casts.Same(x, Dtype.ToFloating(x.dtype)), kernel, name);
        return scratch.Keep(Node.IsNeeded(x) ? new FunctionNode(name, x, result, backward).Record(result) : result);
    }

    /// <summary>A function whose gradient needs its input; integers become floating point.</summary>
    private static Tensor OfInput<TKernel>(Tensor x, TKernel kernel, string name, Func<Tensor, Tensor, Tensor> backward)
        where TKernel : struct, IFloatUnary
    {
        using Scratch scratch = Scratch.Begin();
        Tensor result = Elements.FloatUnary(Casts.Same(x, Dtype.ToFloating(x.dtype)), kernel, name);
        return scratch.Keep(Node.IsNeeded(x) ? new FunctionNode(name, x, x, backward).Record(result) : result);
    }

    private static Tensor OfNumbers<TKernel>(Tensor x, TKernel kernel, string operation)
        where TKernel : struct, INumberUnary
    {
        Tensor result = x.EmptyLike();
        Elements.NumberUnary(result, x, kernel, operation);
        return result;
    }

    private sealed class NegateNode(Tensor x) : Node("NegBackward0", x)
    {
        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) => inputGrads[0] = Negate(grad);
    }
}
