using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Grouping.Rules;

/// <summary>
/// A convolution takes channels and makes new ones. Depthwise, each channel goes on by itself; grouped, the same
/// channel of every group is one neuron.
/// </summary>
internal static class ConvolutionRule
{
    private const string Unknown = "how the channels are grouped cannot be told";

    public static void Apply(AxisGraph axes, Operation operation)
    {
        var layer = axes.Layer(operation);
        var space = layer.Kind switch
        {
            LayerKind.Conv1d or LayerKind.ConvTranspose1d => 1,
            LayerKind.Conv3d or LayerKind.ConvTranspose3d => 3,
            _ => 2,
        };
        var input = axes.Input(operation).OfRank(space + 2);
        var channels = input.NeedFromLast(space);
        var made = layer.Groups switch
        {
            ChannelGroups.One => Plain(axes, operation, channels, layer),
            ChannelGroups.Depthwise => Depthwise(axes, operation, channels),
            ChannelGroups.DepthwiseMultiplied
                => Depthwise(
                    axes, operation, Axis.Product([channels, Axis.Fixed("they are outputs of one channel", layer.Outputs / layer.Inputs)])),
            ChannelGroups.Some => Grouped(axes, operation, channels, layer),
            _ => Axis.Fixed(Unknown, layer.Outputs),
        };
        if (layer.Groups == ChannelGroups.Unknown)
        {
            channels.Pin(Unknown);
        }

        axes[operation.Output] = Shape.Of(
            [input.NeedFromLast(space + 1), made, .. Enumerable.Range(0, space).Select(static _ => Axis.Space())]);
    }

    private static Axis Plain(AxisGraph axes, Operation operation, Axis channels, Layer layer)
    {
        var made = Axis.Variable(layer.Outputs);
        axes.Use(operation, Role.Consumer, channels);
        axes.Use(operation, Role.Producer, made);
        return made;
    }

    private static Axis Depthwise(AxisGraph axes, Operation operation, Axis made)
    {
        axes.Use(operation, Role.PerNeuron, made);
        return made;
    }

    private static Axis Grouped(AxisGraph axes, Operation operation, Axis channels, Layer layer)
    {
        const string Groups = "they are the groups of a convolution";
        var taken = Axis.Variable(layer.Inputs / layer.GroupCount);
        var made = Axis.Variable(layer.Outputs / layer.GroupCount);
        channels.Unite(Axis.Product([Axis.Fixed(Groups, layer.GroupCount), taken]));
        var outputs = Axis.Product([Axis.Fixed(Groups, layer.GroupCount), made]);
        axes.Use(operation, Role.Consumer, taken);
        axes.Use(operation, Role.Producer, outputs);
        return outputs;
    }
}
