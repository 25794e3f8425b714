using DtcGen.Generators.Reading;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes <c>Pinned</c>: the layers whose neurons stay.</summary>
internal static class PinnedWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        var list = context.Types.List(context.Types[GeneratedNames.Pinned]);
        if (context.Model.Pinned.Count == 0)
        {
            writer.Line($"private static readonly {list} {context.PinnedLayers} = [];");
        }
        else
        {
            writer.Line($"private static readonly {list} {context.PinnedLayers} =");
            using (writer.OpenWith("[", "];"))
            {
                foreach (var pinned in context.Model.Pinned)
                {
                    writer.Line(
                        $"new({CSharpText.Literal(context.Model.Graph.Layers[pinned.Layer].Name)}, {CSharpText.Literal(pinned.Reason)}),");
                }
            }
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(context.Types.Generated);
        writer.Line($"{context.Declare(list, context.Types[GeneratedNames.Model], "Pinned")} => {context.PinnedLayers};");
    }
}
