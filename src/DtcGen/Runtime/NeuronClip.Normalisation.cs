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
    public void Normalised(string name, ModuleSlot layer, NeuronLayout? layout = null)
    {
        ArgumentNullException.ThrowIfNull(layer);

        var norm = (NormBase)layer.Layer;
        var kept = Kept(name, norm.num_features, layout);
        var device = norm.running_mean?.device ?? norm.weight?.device ?? CPU;
        Add(norm, new PendingBatchNorm(layer, norm) { Kept = tensor(kept, device: device) });
    }
}
