using TorchSharp.Modules;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    /// <inheritdoc cref="Outputs(string, Linear, NeuronLayout?)"/>
    public void Outputs(string name, ModuleSlot layer, NeuronLayout? layout = null) => CutOutputs(name, Pending(layer), layout);

    /// <inheritdoc cref="Inputs(string, Linear, NeuronLayout?)"/>
    public void Inputs(string name, ModuleSlot layer, NeuronLayout? layout = null) => CutInputs(name, Pending(layer), layout);

    /// <summary>Cuts the kernels of a depthwise convolution that belong to the leaving neurons.</summary>
    /// <param name="name">The layer's name, for errors.</param>
    /// <param name="layer">A convolution of each of the group's channels on its own.</param>
    /// <param name="layout">How the neurons lie among its outputs; null when they are its outputs.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Depthwise(string name, ModuleSlot layer, NeuronLayout? layout = null)
    {
        var pending = Pending(layer);
        var outputsPerChannel = pending.Weight.shape[0] / pending.Groups;
        CutOutputs(name, pending, layout);
        pending.Groups = pending.Weight.shape[0] / outputsPerChannel;
    }

    private PendingConvolution Pending(ModuleSlot slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        var layer = (Convolution)slot.Layer;
        return _pending.TryGetValue(layer, out var known) ? (PendingConvolution)known : Add(layer, new PendingConvolution(slot, layer));
    }
}
