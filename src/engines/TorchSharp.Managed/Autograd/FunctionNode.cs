namespace TorchSharp;

/// <summary>A function of one tensor whose gradient needs one saved value: its input or its result.</summary>
internal sealed class FunctionNode : Node
{
    private readonly SavedTensor saved;
    private readonly Func<Tensor, Tensor, Tensor> backward;

    /// <param name="name">The operation's name in messages.</param>
    /// <param name="input">The function's input.</param>
    /// <param name="saved">What <paramref name="backward"/> needs besides the gradient.</param>
    /// <param name="backward">Gradient of the output and saved value to gradient of the input.</param>
    internal FunctionNode(string name, Tensor input, Tensor saved, Func<Tensor, Tensor, Tensor> backward)
        : base(name, input)
    {
        this.saved = Save(saved);
        this.backward = backward;
    }

    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) => inputGrads[0] = backward(grad, saved.Value);
}
