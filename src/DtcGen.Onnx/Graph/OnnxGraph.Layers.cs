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
            : Conv1d(
                name,
                input,
                layer.weight,
                layer.bias,
                layer.stride[0],
                layer.padding![0],
                layer.dilation[0],
                layer.groups,
                layer.padding_mode);
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

    /// <summary>A fully connected layer with the weights that it has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape (*, inputs).</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue Linear(string name, OnnxValue input, Linear layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Linear(name, input, layer.weight, layer.bias);
    }

    /// <summary>A batch normalisation with the statistics, weights and settings that a layer has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape (batch, channels, *).</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue BatchNorm(string name, OnnxValue input, NormBase layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return BatchNorm(name, input, layer.running_mean, layer.running_var, layer.weight, layer.bias, layer.eps);
    }

    /// <summary>A layer normalisation with the weights and settings that a layer has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape (*, the layer's normalized_shape).</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue LayerNorm(string name, OnnxValue input, LayerNorm layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return LayerNorm(name, input, layer.normalized_shape, layer.weight, layer.bias, layer.eps);
    }

    /// <summary>A group normalisation with the weights and settings that a layer has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape (batch, channels, *).</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue GroupNorm(string name, OnnxValue input, GroupNorm layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        if (input.Rank < 3)
        {
            throw new OnnxExportException(
                $"{name}: TorchSharp's GroupNorm needs a dimension behind batch and channels, and {input} has none.");
        }

        return GroupNorm(name, input, layer.num_groups, layer.weight, layer.bias, layer.eps);
    }

    /// <summary>An embedding with the table that it has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Row numbers, of any shape.</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue Embedding(string name, OnnxValue input, Embedding layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return Embedding(name, input, layer.weight!);
    }

    /// <summary>An activation with the slopes that it has now.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape (batch, channels, *).</param>
    /// <param name="layer">The layer.</param>
    public OnnxValue PRelu(string name, OnnxValue input, PReLU layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return PRelu(name, input, layer.weight);
    }
}
