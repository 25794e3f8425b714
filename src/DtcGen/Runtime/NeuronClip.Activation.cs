using TorchSharp.Modules;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    /// <summary>Cuts the slopes of an activation that belong to the leaving neurons; one slope for all of them stays.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="layer">An activation of the group's neurons.</param>
    /// <param name="layout">How the neurons lie among its slopes; null when each has one.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Slopes(string name, PReLU layer, NeuronLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(layer);

        if (LayerSizes.Slopes(layer) > 1)
        {
            Cut(name, nameof(layer.weight), layer.weight, 0, layout);
            _sizes.Add(() => LayerSizes.Slopes(layer) = layer.weight.shape[0]);
        }
    }
}
