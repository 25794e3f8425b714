using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    /// <summary>Cuts the channels of a normalisation that belong to the leaving neurons.</summary>
    /// <param name="name">The layer's name, for errors.</param>
    /// <param name="layer">A normalisation of the group's neurons.</param>
    /// <param name="layout">How the neurons lie among its channels; null when they are its channels.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Normalised<T>(string name, ModuleSlot<T> layer, NeuronLayout? layout = null)
        where T : NormBase
    {
        ArgumentNullException.ThrowIfNull(layer);

        var kept = Kept(name, layer.Layer.num_features, layout);
        var device = layer.Layer.running_mean?.device ?? layer.Layer.weight?.device ?? CPU;
        Add(layer.Layer, new PendingBatchNorm<T>(layer) { Kept = tensor(kept, device: device) });
    }
}
