using TorchSharp;
using TorchSharp.Modules;

namespace DtcGen.Onnx;

public sealed partial class OnnxGraph
{
    /// <summary>A one-dimensional convolution with the weights and settings that a layer has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape (batch, channels, length).</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue Conv1d(string name, OnnxValue input, Conv1d layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer.padding_type is Padding padding
            ? Conv1d(name, input, layer.weight, layer.bias, padding, layer.stride[0], layer.dilation[0], layer.groups, layer.padding_mode)
            : Conv1d(name, input, layer.weight, layer.bias, layer.stride[0], layer.padding![0], layer.dilation[0], layer.groups, layer.padding_mode);
    }

    /// <summary>A two-dimensional convolution with the weights and settings that a layer has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape (batch, channels, height, width).</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue Conv2d(string name, OnnxValue input, Conv2d layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return layer.padding_type is Padding padding
            ? Conv2d(name, input, layer.weight, layer.bias, padding, layer.stride, layer.dilation, layer.groups, layer.padding_mode)
            : Conv2d(name, input, layer.weight, layer.bias, layer.stride, layer.padding, layer.dilation, layer.groups, layer.padding_mode);
    }
}
