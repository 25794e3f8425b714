using DtcGen.Generators.Reading.Values;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading.Expressions;

/// <summary>Functions that take weights as arguments: only a layer's weights are known and can be clipped.</summary>
internal static class ParameterCalls
{
    private static readonly Dictionary<string, string> Layers = new(StringComparer.Ordinal)
    {
        ["linear"] = "Linear",
        ["conv1d"] = "Conv1d",
        ["conv2d"] = "Conv2d",
        ["batch_norm"] = "BatchNorm1d or BatchNorm2d",
        ["layer_norm"] = "LayerNorm",
        ["group_norm"] = "GroupNorm",
        ["embedding"] = "Embedding",
        ["prelu"] = "PReLU",
    };

    public static ReadValue? Recognise(ForwardReader reader, IOperation operation)
        => TensorCall.Of(reader, operation) is { } call && Layers.TryGetValue(call.Function, out var layer)
            ? reader.Unreadable(operation, $"a layer {layer} in a field, called here, because its weights are then known")
            : null;
}
