using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>The table of an embedding. Each read of it is a new object over the same memory.</summary>
/// <param name="name">Its name in the model.</param>
/// <param name="layer">The embedding.</param>
internal sealed class EmbeddingCut(string name, Embedding layer) : TensorCut(name, layer.weight!)
{
    /// <inheritdoc/>
    public override void Commit(Tensor smaller)
    {
        var registered = layer.get_parameter(nameof(layer.weight));
        if (registered is { IsInvalid: false } && TensorMemory.Of(registered) == TensorMemory.Of(Values))
        {
            base.Commit(smaller);
            return;
        }

        // TorchSharp 0.107 lists another tensor than the one it computes with when the embedding was made from a pretrained
        // table, and none when it was made inside a dispose scope. From here on it lists what it computes with.
        registered?.Dispose();
        layer.weight = (Parameter)new Parameter(smaller.detach(), Values.requires_grad).DetachFromDisposeScope();
    }
}
