using DtcGen.Generators.Reading;

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
                var local = locals.Unique($"{Names.Camel(operation.Name)}Out");
                var arguments = new[] { CSharpText.Literal(operation.Name) }.Concat(OnnxArguments.Of(operation, context, values));
                writer.Line($"var {local} = graph.{operation.Kind}({string.Join(", ", arguments)});");
                values[operation.Output] = local;
            }

            writer.Line($"return [{string.Join(", ", graph.Outputs.Select(output => values[output]))}];");
        }
    }
}
