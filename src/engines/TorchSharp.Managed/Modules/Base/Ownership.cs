namespace TorchSharp.Modules;

/// <summary>Who disposes the tensors that layers and optimizers keep.</summary>
internal static class Ownership
{
    /// <summary>Takes a new tensor from the scope or scratch it was made in: only its keeper disposes it. Statistics count it.</summary>
    internal static T Keep<T>(T tensor)
        where T : Tensor
    {
        if (tensor.Owner is Scratch)
        {
            tensor.CountOutsideScopes();
        }

        tensor.DetachFromDisposeScope();
        tensor.Owner = null;
        return tensor;
    }
}
