namespace TorchSharp;

/// <summary>
/// The history of a base after an in-place operation on one of its views: the part that the view shows went through
/// the operation, the rest through nothing.
/// </summary>
internal sealed class CopySlices(TensorImpl @base, TensorImpl view, Node operation)
    : Node("CopySlices", @base, operation)
{
    private readonly StridedWindow window = new(@base, view);

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads)
    {
        Tensor rest = window.CopyOfBase(grad);
        Tensor part = window.On(rest);
        inputGrads[1] = Copies.Contiguous(part);
        part.zero_();
        inputGrads[0] = rest;
    }
}
