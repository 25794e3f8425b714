using System.Numerics;

namespace TorchSharp;

/// <summary>The larger and the smaller of two tensors, and of all elements of one.</summary>
internal static class Extremes
{
    internal static Tensor Maximum(Tensor x, Tensor y) => Of(x, y, larger: true);

    internal static Tensor Minimum(Tensor x, Tensor y) => Of(x, y, larger: false);

    internal static Tensor Largest(Tensor x)
    {
        RequireElements(x, "max");
        return Reductions.Extreme(x, [], keepdim: false, largest: true);
    }

    internal static Tensor Smallest(Tensor x)
    {
        RequireElements(x, "min");
        return Reductions.Extreme(x, [], keepdim: false, largest: false);
    }

    internal static Tensor Clamp(Tensor x, Tensor? min, Tensor? max)
    {
        Functions.RequireBounds(min is null && max is null);
        using Scratch scratch = Scratch.Begin();
        Tensor raised = min is null ? x : Maximum(x, min);
        return scratch.Keep(max is null ? raised : Minimum(raised, max));
    }

    internal static Tensor ClampInto(Tensor x, Tensor? min, Tensor? max)
    {
        using Scratch scratch = Scratch.Begin();
        InPlace.Check(x);

        // What x was must live on for the gradient, so the result is computed beside it and then copied in.
        Tensor clamped = Clamp(x.requires_grad ? x.clone() : x, min, max);
        InPlace.CheckResult(x, clamped.Sizes, clamped.dtype);
        return Copies.Into(x, clamped);
    }

    private static Tensor Of(Tensor x, Tensor y, bool larger)
    {
        ScalarType dtype = Dtype.Result(x, y);
        Tensor result = larger
            ? Arithmetic.Binary(x, y, dtype, default(ArithmeticKernels.Maximum), "maximum")
            : Arithmetic.Binary(x, y, dtype, default(ArithmeticKernels.Minimum), "minimum");
        return Node.IsNeeded(x, y) ? new ExtremeNode(x, y, larger).Record(result) : result;
    }

    private static void RequireElements(Tensor x, string operation)
    {
        if (x.numel() == 0)
        {
            throw TorchError.Of($"{operation}(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument.");
        }
    }

    /// <summary>1 where x exceeds y, ½ where they are equal, 0 elsewhere.</summary>
    private readonly struct Share : IFloatBinary
    {
        public void Apply<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T half = T.One / (T.One + T.One);
            for (int i = 0; i < x.Length; i++)
            {
                result[i] = x[i] > y[i] ? T.One : x[i] == y[i] ? half : T.Zero;
            }
        }
    }

    private sealed class ExtremeNode : Node
    {
        private readonly SavedTensor x;
        private readonly SavedTensor y;
        private readonly bool larger;

        internal ExtremeNode(Tensor x, Tensor y, bool larger)
            : base(larger ? "MaximumBackward0" : "MinimumBackward0", x, y)
        {
            this.x = Save(x);
            this.y = Save(y);
            this.larger = larger;
        }

        protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
        {
            Tensor a = x.Value;
            Tensor b = y.Value;
            Tensor share = larger
                ? Arithmetic.FloatBinary(a, b, grad.dtype, default(Share), "maximum")
                : Arithmetic.FloatBinary(b, a, grad.dtype, default(Share), "minimum");
            if (Needs(0))
            {
                inputGrads[0] = GradientShape.SumTo(grad.mul(share), a.Sizes, a.dtype);
            }

            if (Needs(1))
            {
                inputGrads[1] = GradientShape.SumTo(grad.sub(grad.mul(share)), b.Sizes, b.dtype);
            }
        }
    }
}
