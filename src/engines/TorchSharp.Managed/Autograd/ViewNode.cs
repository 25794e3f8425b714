namespace TorchSharp;

/// <summary>
/// The history of a view that was regenerated after an in-place operation on its base: the gradient goes to the
/// elements of the base that the view shows.
/// </summary>
internal sealed class ViewNode(TensorImpl @base, TensorImpl view) : Node("AsStridedBackward0", @base)
{
    private readonly StridedWindow window = new(@base, view);

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) =>
        inputGrads[0] = window.Scatter(grad);
}
