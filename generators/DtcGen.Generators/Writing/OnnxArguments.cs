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
            return [.. operands, context.Access[layer]];
        }

        var arguments = operation.Arguments
            .Select(argument => argument.SizeOf is { } tensor ? $"{values[tensor]}.Shape[{Index(argument.Integer!.Value)}]" : argument.Text)
            .ToArray();
        return operation.Kind switch
        {
            OperatorKind.Cat => [$"[{string.Join(", ", operands)}]", .. arguments],
            OperatorKind.Parameter => [WritingContext.Field(arguments[0])],
            OperatorKind.Split => [.. operands, $"[{string.Join(", ", arguments.Skip(1))}]", arguments[0]],
            OperatorKind.Reshape or OperatorKind.Permute => [.. operands, $"[{string.Join(", ", arguments)}]"],
            OperatorKind.Mean or OperatorKind.Sum or OperatorKind.Amax
                => [.. operands, $"[{string.Join(", ", arguments.Skip(1))}]", arguments[0]],
            _ => [.. operands, .. arguments],
        };
    }

    private static string Index(long dimension)
        => dimension < 0 ? $"^{(-dimension).ToString(System.Globalization.CultureInfo.InvariantCulture)}" : CSharpText.Literal(dimension);
}
