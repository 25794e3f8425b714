using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes <c>OnnxInputs</c> and <c>AddTo</c>: the model's operations in forward order.</summary>
internal static class OnnxWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        if (!context.Model.Class.ExportsOnnx)
        {
            return;
        }

        var graph = context.Model.Graph;
        writer.Line("/// <inheritdoc/>");
        writer.Line(TypeNames.Generated);
        var names = string.Join(", ", graph.Inputs.Select(static input => CSharpText.Literal(input)));
        writer.Line($"{context.Declare(TypeNames.List("string"), TypeNames.OnnxModel, "OnnxInputs")} => [{names}];");
        writer.Line();

        writer.Line("/// <inheritdoc/>");
        writer.Line(TypeNames.Generated);
        var signature = context.Declare(
            TypeNames.List(TypeNames.OnnxValue), TypeNames.OnnxModel, "AddTo", $"({TypeNames.OnnxGraph} graph, {TypeNames.List(TypeNames.OnnxValue)} inputs)");
        using (writer.Open(signature))
        {
            var locals = new Names(context.Model.Class.Members.Concat(WritingContext.Locals));
            var values = new Dictionary<int, string>();
            for (var i = 0; i < graph.Inputs.Count; i++)
            {
                values[i] = CSharpText.Identifier(locals.Unique(graph.Inputs[i]));
                writer.Line($"var {values[i]} = inputs[{i}];");
            }

            foreach (var operation in graph.Operations)
            {
                values[operation.Output] = locals.Unique($"{Names.Camel(operation.Name)}Out");
                var operands = operation.Inputs.Select(input => input.Value is { } value ? values[value] : input.Number!);
                var arguments = new[] { CSharpText.Literal(operation.Name) }
                    .Concat(operands)
                    .Concat(Weights(context, operation))
                    .Concat(operation.Arguments.Select(static argument => argument.Text));
                writer.Line($"var {values[operation.Output]} = graph.{operation.Kind}({string.Join(", ", arguments)});");
            }

            writer.Line($"return [{string.Join(", ", graph.Outputs.Select(output => values[output]))}];");
        }
    }

    private static IEnumerable<string> Weights(WritingContext context, Operation operation)
    {
        if (operation.Layer is not { } layer)
        {
            return [];
        }

        var text = context.Access[layer].Text;
        return context.Model.Graph.Layers[layer].Kind switch
        {
            LayerKind.Linear => [$"{text}.weight", $"{text}.bias"],
            var kind => throw new InvalidOperationException($"No ONNX arguments are known for a layer of kind {kind}."),
        };
    }
}
