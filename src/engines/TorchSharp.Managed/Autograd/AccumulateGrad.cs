namespace TorchSharp;

/// <summary>Where backward ends: adds what arrives to a leaf's gradient.</summary>
internal sealed class AccumulateGrad(AutogradMeta leaf) : Node("AccumulateGrad")
{
    protected internal override void Backward(Tensor grad, Span<Tensor?> inputGrads) => Add(leaf, grad);

    /// <summary>Adds to a tensor's gradient, or makes it the gradient if there is none.</summary>
    internal static void Add(AutogradMeta target, Tensor grad)
    {
        lock (target)
        {
            if (target.IsReleased)
            {
                return;
            }

            target.DropPendingZeros();
            if (target.Grad is { } existing)
            {
                var sum = new Tensor(existing.AddHandle());
                sum.add_(grad);
                sum.Release();
                return;
            }

            // A gradient that nothing else can see is taken as it is; anything else is copied.
            bool own = grad.Impl.Storage.References == 1 && grad.is_contiguous();
            target.SetGrad((own ? grad : Copies.Contiguous(grad)).Impl.AddHandle());
        }
    }
}
