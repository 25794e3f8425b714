using TorchSharp.Modules;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    /// <summary>Cuts the channels of a normalisation that belong to the leaving neurons.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="layer">A normalisation of the group's neurons.</param>
    /// <param name="layout">How the neurons lie among its channels; null when they are its channels.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Normalised(string name, NormBase layer, NeuronLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(layer);

        // One without weights and statistics has its size alone.
        var features = Kept(name, LayerSizes.NormalisedFeatures(layer), layout).Length;
        Cut(name, nameof(layer.weight), layer.weight, 0, layout);
        Cut(name, nameof(layer.bias), layer.bias, 0, layout);
        Cut(name, nameof(layer.running_mean), layer.running_mean, 0, layout);
        Cut(name, nameof(layer.running_var), layer.running_var, 0, layout);
        _sizes.Add(() => LayerSizes.NormalisedFeatures(layer) = features);
    }
}
