using TorchSharp.Modules;

namespace DtcGen.Runtime;

public sealed partial class NeuronClip
{
    /// <inheritdoc cref="Outputs(string, Linear, NeuronLayout?)"/>
    public void Outputs(string name, Convolution layer, NeuronLayout? layout = null)
    {
        Check(name, layer);
        CutKernels(name, layer, layout);
        _sizes.Add(() => LayerSizes.OutputChannels(layer) = layer.weight.size(0));
    }

    /// <inheritdoc cref="Inputs(string, Linear, NeuronLayout?)"/>
    public void Inputs(string name, Convolution layer, NeuronLayout? layout = null)
    {
        Check(name, layer);
        Cut(name, nameof(layer.weight), layer.weight, 1, layout);
        _sizes.Add(() => LayerSizes.InputChannels(layer) = layer.weight.size(1) * layer.groups);
    }

    /// <summary>Cuts the kernels of a depthwise convolution that belong to the leaving neurons.</summary>
    /// <param name="name">The layer's name.</param>
    /// <param name="layer">A convolution of each of the group's channels on its own.</param>
    /// <param name="layout">How the neurons lie among its outputs; null when they are its outputs.</param>
    /// <exception cref="InvalidOperationException">The layer's size does not fit the group's.</exception>
    public void Depthwise(string name, Convolution layer, NeuronLayout? layout = null)
    {
        Check(name, layer);
        var outputsPerChannel = layer.weight.size(0) / layer.groups;
        CutKernels(name, layer, layout);
        _sizes.Add(() =>
        {
            LayerSizes.OutputChannels(layer) = layer.weight.size(0);
            layer.groups = layer.weight.size(0) / outputsPerChannel;
            LayerSizes.InputChannels(layer) = layer.groups;
        });
    }

    private static void Check(string name, Convolution layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (layer.transposed)
        {
            throw new NotSupportedException($"'{name}' is a {layer.GetType().Name}, which cannot be clipped.");
        }

        // Where TorchSharp has these no longer, this throws before anything is changed.
        _ = LayerSizes.InputChannels(layer) + LayerSizes.OutputChannels(layer);
    }

    private void CutKernels(string name, Convolution layer, NeuronLayout? layout)
    {
        Cut(name, nameof(layer.weight), layer.weight, 0, layout);
        Cut(name, nameof(layer.bias), layer.bias, 0, layout);
    }
}
