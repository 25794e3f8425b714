using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing;

/// <summary>Writes what a method of the ONNX graph builder takes after the node's name.</summary>
internal static class OnnxArguments
{
    public static IEnumerable<string> Of(Operation operation, WritingContext context, IReadOnlyDictionary<int, string> values)
    {
        var operands = operation.Inputs.Select(input => input.Value is { } value ? values[value] : input.Number!).ToArray();
        if (operation.Layer is { } layer)
        {
            return operands.Concat(Weights(context.Access[layer].Text, context.Model.Graph.Layers[layer].Kind));
        }

        var arguments = operation.Arguments.Select(argument => argument.SizeOf is { } tensor ? $"{values[tensor]}.Shape[{Index(argument.Integer!.Value)}]" : argument.Text).ToArray();
        return operation.Kind switch
        {
            OperatorKind.Cat => [$"[{string.Join(", ", operands)}]", .. arguments],
            OperatorKind.Reshape or OperatorKind.Permute => [.. operands, $"[{string.Join(", ", arguments)}]"],
            OperatorKind.Mean or OperatorKind.Sum or OperatorKind.Amax => [.. operands, $"[{string.Join(", ", arguments.Skip(1))}]", arguments[0]],
            _ => [.. operands, .. arguments],
        };
    }

    private static IEnumerable<string> Weights(string layer, LayerKind kind) => kind switch
    {
        LayerKind.Linear => [$"{layer}.weight", $"{layer}.bias"],
        LayerKind.Embedding => [$"{layer}.weight!"],
        LayerKind.LayerNorm => [$"{layer}.normalized_shape", $"{layer}.weight", $"{layer}.bias", $"{layer}.eps"],
        LayerKind.GroupNorm => [$"{layer}.num_groups", $"{layer}.weight", $"{layer}.bias", $"{layer}.eps"],
        LayerKind.BatchNorm1d or LayerKind.BatchNorm2d
            => [$"{layer}.running_mean", $"{layer}.running_var", $"{layer}.weight", $"{layer}.bias", $"{layer}.eps"],
        _ => [$"{layer}"],
    };

    private static string Index(long dimension)
        => dimension < 0 ? $"^{(-dimension).ToString(System.Globalization.CultureInfo.InvariantCulture)}" : CSharpText.Literal(dimension);
}
