using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>What each layer of TorchSharp computes.</summary>
internal static class LayerTable
{
    // Asked in order; the first that knows the layer answers. To read another layer is to add a row.
    private static readonly ImmutableArray<Func<LayerCall, ReadValue?>> Recognisers =
    [
        LinearLayer.Recognise,
        ActivationLayer.Recognise,
        SlopesLayer.Recognise,
        FlattenLayer.Recognise,
        PassingLayer.Recognise,
        ConvolutionLayer.Recognise,
        NormalisationLayer.Recognise,
        PoolingLayer.Recognise,
        EmbeddingLayer.Recognise,
        SoftmaxLayer.Recognise,
    ];

    public static ReadValue Apply(LayerCall call)
    {
        foreach (var recognise in Recognisers)
        {
            if (recognise(call) is { } value)
            {
                return value;
            }
        }

        return call.Reader.Session.Report(
            Descriptors.UnknownLayer, call.At, call.Module.Place.Name, $"the generator does not read {call.Module.Type} yet");
    }
}
