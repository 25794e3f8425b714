using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>A fully connected layer's smaller tensors.</summary>
/// <param name="layer">The layer that will take them.</param>
internal sealed class PendingLinear(Linear layer) : PendingWeights(layer.weight, layer.bias)
{
    /// <inheritdoc/>
    public override void Commit()
    {
        if (!ReferenceEquals(Weight, layer.weight))
        {
            layer.weight = Replacement.Of(layer.weight, Weight);
        }

        if (Bias is not null && !ReferenceEquals(Bias, layer.bias))
        {
            layer.bias = Replacement.Of(layer.bias!, Bias);
        }

        layer.out_features = layer.weight.shape[0];
        layer.in_features = layer.weight.shape[1];
    }
}
