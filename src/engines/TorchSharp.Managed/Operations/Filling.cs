namespace TorchSharp;

/// <summary>Writing one number into all elements.</summary>
internal static class Filling
{
    internal static Tensor Fill(Tensor x, Scalar value)
    {
        InPlace.Check(x);
        Node? node = Node.IsNeeded(x) ? new Functions.ConstantNode("FillBackward0", x) : null;
        Write(x, value);
        return InPlace.Finish(x, node);
    }

    private static void Write(Tensor x, Scalar value)
    {
        if (x.dtype == ScalarType.Bool)
        {
            bool truth = value.ToDouble() != 0;
            Elements.Unary<byte, byte, FillKernel>(x, x, new FillKernel(truth ? (byte)1 : (byte)0));
        }
        else
        {
            Elements.NumberUnary(x, x, new ArithmeticKernels.Fill(value), "fill_");
        }
    }

    private readonly struct FillKernel(byte value) : IUnaryKernel<byte, byte>
    {
        public void Apply(ReadOnlySpan<byte> x, Span<byte> result) => result.Fill(value);
    }
}
