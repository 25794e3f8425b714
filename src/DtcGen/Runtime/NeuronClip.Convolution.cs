using TorchSharp.Modules;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    /// <inheritdoc cref="Outputs(string, Linear, NeuronLayout?)"/>
    public void Outputs<T>(string name, ModuleSlot<T> layer, NeuronLayout? layout = null)
        where T : Convolution
        => CutOutputs(name, Pending(layer), layout);

    /// <inheritdoc cref="Inputs(string, Linear, NeuronLayout?)"/>
    public void Inputs<T>(string name, ModuleSlot<T> layer, NeuronLayout? layout = null)
        where T : Convolution
        => CutInputs(name, Pending(layer), layout);

    /// <summary>Cuts the kernels of a depthwise convolution that belong to the leaving neurons.</summary>
    /// <param name="name">The layer's name, for errors.</param>
    /// <param name="layer">A convolution of each of the group's channels on its own.</param>
    /// <param name="layout">How the neurons lie among its outputs; null when they are its outputs.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Depthwise<T>(string name, ModuleSlot<T> layer, NeuronLayout? layout = null)
        where T : Convolution
    {
        var pending = Pending(layer);
        var outputsPerChannel = pending.Weight.shape[0] / pending.Groups;
        CutOutputs(name, pending, layout);
        pending.Groups = pending.Weight.shape[0] / outputsPerChannel;
    }

    private PendingConvolution<T> Pending<T>(ModuleSlot<T> slot)
        where T : Convolution
    {
        ArgumentNullException.ThrowIfNull(slot);
        return _pending.TryGetValue(slot.Layer, out var known) ? (PendingConvolution<T>)known : Add(slot.Layer, new PendingConvolution<T>(slot));
    }
}
