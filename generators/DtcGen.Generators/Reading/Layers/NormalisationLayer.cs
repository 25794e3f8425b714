using DtcGen.Generators.Reading.Graph;
using DtcGen.Generators.Reading.Values;

namespace DtcGen.Generators.Reading.Layers;

/// <summary>Normalisations: of each channel over the batch, or of each sample over its features.</summary>
internal static class NormalisationLayer
{
    public static ReadValue? Recognise(LayerCall call) => call.Module.Type switch
    {
        "BatchNorm1d" => call.AddWeighted(OperatorKind.BatchNorm, call.Describe(LayerKind.BatchNorm1d, "num_features", "num_features")),
        "BatchNorm2d" => call.AddWeighted(OperatorKind.BatchNorm, call.Describe(LayerKind.BatchNorm2d, "num_features", "num_features")),
        "LayerNorm" => call.AddWeighted(OperatorKind.LayerNorm, call.Describe(LayerKind.LayerNorm, "normalized_shape", "normalized_shape")),
        "GroupNorm" => call.AddWeighted(OperatorKind.GroupNorm, call.Describe(LayerKind.GroupNorm, "num_channels", "num_channels")),
        _ => null,
    };
}
