namespace TorchSharp.Modules;

/// <summary>The recorded padding by a constant: the gradient is that of the part that came from the input.</summary>
internal sealed class ConstantPadNode(Tensor input, long[] starts) : Node("ConstantPadNdBackward0", input)
{
    private readonly long[] sizes = input.Impl.Sizes;

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor result = Tensor.Zeros(sizes, grad.dtype);
        PadOperation.Common(result, starts, -1, grad.Impl.Sizes).copy_(PadOperation.Common(grad, starts, 1, sizes));
        inputGrads[0] = result;
    }
}
