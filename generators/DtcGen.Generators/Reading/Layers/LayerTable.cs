using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Modules;
using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>What each layer of TorchSharp computes.</summary>
internal static class LayerTable
{
    // Asked in order; the first that knows the layer answers. To read another layer is to add a row.
    private static readonly ImmutableArray<Func<LayerCall, ReadValue?>> Recognisers =
    [
        LinearLayer.Recognise,
        FunctionLayer.Recognise,
        SlopesLayer.Recognise,
        ConvolutionLayer.Recognise,
        NormalisationLayer.Recognise,
        EmbeddingLayer.Recognise,
    ];

    // What a layer may be given beside what its own row reads: what it keeps in itself, or what only training asks for.
    private static readonly ImmutableDictionary<string, string> Settings = new Dictionary<string, string>
    {
        ["Linear"] = "inputSize outputSize hasBias",
        ["Conv1d"] = "in_channels out_channels kernel_size stride padding dilation padding_mode groups bias",
        ["Conv2d"] = "in_channels out_channels kernel_size stride padding dilation padding_mode groups bias",
        ["BatchNorm1d"] = "num_features eps momentum affine track_running_stats",
        ["BatchNorm2d"] = "num_features eps momentum affine track_running_stats",
        ["LayerNorm"] = "normalized_shape eps elementwise_affine bias",
        ["GroupNorm"] = "num_groups num_channels eps affine",
        ["Embedding"] = "num_embeddings embedding_dims max_norm embeddings freeze padding_idx norm_type scale_grad_by_freq sparse",
        ["PReLU"] = "num_parameters init",
    }.ToImmutableDictionary();

    private static readonly ImmutableHashSet<string> OfEvery = ["device", "dtype"];

    public static ReadValue Apply(LayerCall call)
    {
        if (Unknown(call.Module) is { } setting)
        {
            return call.Reader.Session.Report(
                Descriptors.UnknownLayer,
                call.At,
                call.Module.Place.Name,
                $"the generator does not read {call.Module.Type} with the setting '{setting}' yet");
        }

        foreach (var recognise in Recognisers)
        {
            if (recognise(call) is { } value)
            {
                return value;
            }
        }

        return Unread(call.Reader, call.Module, call.At);
    }

    /// <summary>Whether a layer is one that is called with one tensor and read.</summary>
    public static bool Knows(LayerModule layer)
        => layer.Function is not null || Settings.ContainsKey(layer.Type);

    /// <summary>Reports a layer that no row knows.</summary>
    public static ReadValue Unread(ForwardReader reader, LayerModule layer, IOperation at)
        => reader.Session.Report(Descriptors.UnknownLayer, at, layer.Place.Name, $"the generator does not read {layer.Type} yet");

    // A setting that is given as another than null, and that no row reads.
    private static string? Unknown(LayerModule layer)
    {
        var known = layer.Function is { } function ? [.. function.Settings.SelectMany(static setting => setting.Names), "inplace"]
            : Settings.TryGetValue(layer.Type, out var settings) ? settings.Split(' ')
            : null;
        return known is null
            ? null
            : layer.Given.FirstOrDefault(given => !known.Contains(given) && !OfEvery.Contains(given) && layer.Settings[given] is not null);
    }
}
