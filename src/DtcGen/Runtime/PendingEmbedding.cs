using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>An embedding's smaller table.</summary>
/// <param name="layer">The layer that will take it.</param>
internal sealed class PendingEmbedding(Embedding layer) : IPendingLayer
{
    /// <summary>Shape (indices, features).</summary>
    public required Tensor Weight { get; init; }

    /// <inheritdoc/>
    public void Commit() => layer.weight = Replacement.Of(layer.weight!, Weight);
}
