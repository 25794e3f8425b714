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
        writer.Line(context.Types.Generated);
        var names = string.Join(", ", graph.Inputs.Select(static input => CSharpText.Literal(input)));
        writer.Line(
            $"{context.Declare(context.Types.List("string"), context.Types[GeneratedNames.OnnxModel], "OnnxInputs")} => [{names}];");
        writer.Line();

        writer.Line("/// <inheritdoc/>");
        writer.Line(context.Types.Generated);
        var signature = context.Declare(
            context.Types.List(context.Types[GeneratedNames.OnnxValue]),
            context.Types[GeneratedNames.OnnxModel],
            "AddTo",
            $"({context.Types[GeneratedNames.OnnxGraph]} graph, {context.Types.List(context.Types[GeneratedNames.OnnxValue])} inputs)");
        using (writer.Open(signature))
        {
            var locals = new Names(context.MemberNames.Taken.Concat(WritingContext.Locals));
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
                for (var i = 0; i < operation.Outputs; i++)
                {
                    values[operation.Output + i] = operation.Kind is OperatorKind.Chunk or OperatorKind.Split ? $"{local}[{i}]" : local;
                }
            }

            writer.Line($"return [{string.Join(", ", graph.Outputs.Select(output => values[output]))}];");
        }
    }
}
