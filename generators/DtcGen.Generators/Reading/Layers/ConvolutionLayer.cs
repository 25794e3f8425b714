using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary><c>Conv1d</c> and <c>Conv2d</c>: plain, grouped and depthwise.</summary>
internal static class ConvolutionLayer
{
    private const int Zeros = 0;

    public static ReadValue? Recognise(LayerCall call)
    {
        if (call.Module.Type is not ("Conv1d" or "Conv2d"))
        {
            return null;
        }

        if (call.Module.Settings.ContainsKey("padding_mode") && call.Module.Integer("padding_mode") != Zeros)
        {
            return call.Reader.Unreadable(call.At, "a convolution padded with zeros");
        }

        var (kind, layerKind) = call.Module.Type == "Conv1d"
            ? (OperatorKind.Conv1d, LayerKind.Conv1d)
            : (OperatorKind.Conv2d, LayerKind.Conv2d);
        var layer = call.Describe(layerKind, "in_channels", "out_channels");
        return call.AddWeighted(kind, layer with { Groups = Groups(call, layer), GroupCount = call.Module.Integer("groups") ?? 1 });
    }

    private static ChannelGroups Groups(LayerCall call, Layer layer) => call.Module.Integer("groups") switch
    {
        // No convolution: its constructor says so.
        < 1 => ChannelGroups.Unknown,
        1 => ChannelGroups.One,
        _ when call.Module.AreSame("groups", "in_channels")
            => call.Module.AreSame("in_channels", "out_channels") ? ChannelGroups.Depthwise : ChannelGroups.DepthwiseMultiplied,
        { } count when count != layer.Inputs && layer.Inputs is not null => ChannelGroups.Some,
        _ => ChannelGroups.Unknown,
    };
}
