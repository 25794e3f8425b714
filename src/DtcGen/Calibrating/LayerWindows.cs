using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// A layer's inputs as rows, so that what it computes is a product of matrices: for a fully connected layer what it takes, for a
/// convolution each window that it takes, for each of its groups by itself.
/// </summary>
internal static class LayerWindows
{
    // What half precision, and the quick float32 of some accelerators, leaves; other rows differ by as much as there is.
    private const double Agreement = 1e-2;

    /// <summary>Why no such rows can be made for a layer; null where they can.</summary>
    public static string? Refusal(nn.Module layer)
        => layer is Linear or Convolution { transposed: false } ? null : $"a {layer.GetType().Name} is not refitted";

    /// <summary>How many groups of channels the layer has: each takes its own inputs to its own outputs.</summary>
    public static long Groups(nn.Module layer) => layer is Convolution convolution ? convolution.groups : 1;

    /// <summary>The rows.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="input">What it takes.</param>
    /// <returns>Shape (groups, rows, entries of a row).</returns>
    public static Tensor Of(nn.Module layer, Tensor input) => layer switch
    {
        Linear => input.reshape(1, -1, input.shape[^1]),
        Convolution convolution => Of(convolution, input),
        _ => throw new NotSupportedException($"A {layer.GetType().Name} has no windows."),
    };

    /// <summary>The layer's weight, by which its rows are multiplied.</summary>
    /// <returns>Shape (groups, entries of a row, outputs of a group).</returns>
    public static Tensor Weight(nn.Module layer, Tensor weight)
        => weight.reshape(Groups(layer), weight.shape[0] / Groups(layer), -1).transpose(1, 2);

    /// <summary>What <see cref="Weight"/> was made of.</summary>
    public static Tensor Unmake(Tensor matrix, long[] shape) => matrix.transpose(1, 2).reshape(shape);

    /// <summary>What the layer made of the rows.</summary>
    /// <returns>Shape (groups, rows, outputs of a group).</returns>
    public static Tensor Outputs(nn.Module layer, Tensor output)
    {
        if (layer is not Convolution convolution)
        {
            return output.reshape(1, -1, output.shape[^1]);
        }

        var batched = output.ndim == convolution.kernel_size.Length + 1 ? output.unsqueeze(0) : output;
        var channels = batched.shape[1] / convolution.groups;
        return batched.reshape(batched.shape[0], convolution.groups, channels, -1)
            .permute(1, 0, 3, 2).reshape(convolution.groups, -1, channels);
    }

    /// <summary>The dimension of an input or output that its channels lie along.</summary>
    public static long ChannelDimension(nn.Module layer, Tensor values)
        => values.ndim - 1 - (layer is Convolution convolution ? convolution.kernel_size.Length : 0);

    /// <summary>Whether rows and weight make what the layer itself computed: nothing is built on rows that do not.</summary>
    public static bool Agree(nn.Module layer, Tensor rows, Tensor weight, Tensor? bias, Tensor output)
    {
        var made = rows.matmul(Weight(layer, weight).to(rows.dtype));
        if (bias is not null)
        {
            made += bias.reshape(made.shape[0], 1, -1).to(rows.dtype);
        }

        var computed = Outputs(layer, output);
        return computed.shape.AsSpan().SequenceEqual(made.shape)
            && ((computed.to(made.dtype) - made).abs().max() <= made.abs().max().mul(Agreement).add(1e-6)).item<bool>();
    }

    private static Tensor Of(Convolution layer, Tensor input)
    {
        var space = layer.kernel_size.Length;
        var windows = Pad(layer, input.ndim == space + 1 ? input.unsqueeze(0) : input);
        for (var i = 0; i < space; i++)
        {
            windows = windows.unfold(2 + i, Span(layer, i), layer.stride[i]);
        }

        for (var i = 0; i < space; i++)
        {
            windows = windows.slice(2 + space + i, 0, Span(layer, i), layer.dilation[i]);
        }

        // From (samples, channels, places.., window..) to (groups, samples and places, channels of a group and window).
        var grouped = windows.reshape(
            [windows.shape[0], layer.groups, windows.shape[1] / layer.groups, .. windows.shape[2..]]);
        long[] places = [.. Enumerable.Range(3, space).Select(static i => (long)i)];
        long[] window = [.. Enumerable.Range(3 + space, space).Select(static i => (long)i)];
        var entries = layer.weight.numel() / layer.weight.shape[0];
        return grouped.permute([1, 0, .. places, 2, .. window]).reshape(layer.groups, -1, entries);
    }

    private static long Span(Convolution layer, int i) => (layer.dilation[i] * (layer.kernel_size[i] - 1)) + 1;

    private static Tensor Pad(Convolution layer, Tensor input)
    {
        // The last dimension first, before and after.
        var pads = new List<long>();
        for (var i = layer.kernel_size.Length - 1; i >= 0; i--)
        {
            var all = layer.padding_type == Padding.Same ? Span(layer, i) - 1 : 2 * (layer.padding?[i] ?? 0);
            pads.AddRange([all / 2, all - (all / 2)]);
        }

        var mode = layer.padding_mode == PaddingModes.Zeros ? PaddingModes.Constant : layer.padding_mode;
        return pads.TrueForAll(static pad => pad == 0) ? input : nn.functional.pad(input, pads.ToArray(), mode);
    }
}
