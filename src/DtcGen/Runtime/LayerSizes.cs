using System.ComponentModel;
using System.Runtime.CompilerServices;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Runtime;

/// <summary>The sizes that layers tell, and check their inputs by. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LayerSizes
{
    /// <summary>How many features an embedding gives each index.</summary>
    /// <param name="layer">The embedding.</param>
    public static long Features(Embedding layer)
    {
        ArgumentNullException.ThrowIfNull(layer);

        // Each read of the weight is an object of its own.
        using var weight = layer.weight!;
        return weight.shape[1];
    }

    /// <summary>What gives a layer the sizes back that it has now.</summary>
    /// <param name="layer">Any layer.</param>
    /// <returns>Null for a layer that has none that a clip changes.</returns>
    internal static Action? Keep(nn.Module layer)
    {
        switch (layer)
        {
            case Linear linear:
                var features = (linear.in_features, linear.out_features);
                return () => (linear.in_features, linear.out_features) = features;
            case Convolution convolution:
                var channels = (convolution.in_channels, convolution.out_channels, convolution.groups);
                return () => (InputChannels(convolution), OutputChannels(convolution), convolution.groups) = channels;
            case NormBase norm:
                var normalised = norm.num_features;
                return () => NormalisedFeatures(norm) = normalised;
            case PReLU activation:
                var slopes = activation.num_parameters;
                return () => Slopes(activation) = slopes;
            default:
                return null;
        }
    }

    // TorchSharp 0.107 lets no one set these. Each fails here, before anything is changed, where a later version has none.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<in_channels>k__BackingField")]
    internal static extern ref long InputChannels(Convolution layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<out_channels>k__BackingField")]
    internal static extern ref long OutputChannels(Convolution layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<num_features>k__BackingField")]
    internal static extern ref long NormalisedFeatures(NormBase layer);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<num_parameters>k__BackingField")]
    internal static extern ref long Slopes(PReLU layer);
}
