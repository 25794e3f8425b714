using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>The slopes that an activation keeps.</summary>
/// <param name="layer">The layer that will take them. The number of slopes it was made with stays what it was; it computes with those it has.</param>
internal sealed class PendingSlopes(PReLU layer) : IPendingLayer
{
    /// <summary>Shape (neurons).</summary>
    public required Tensor Slopes { get; init; }

    /// <inheritdoc/>
    public void Commit() => layer.weight = Replacement.Of(layer.weight, Slopes);
}
