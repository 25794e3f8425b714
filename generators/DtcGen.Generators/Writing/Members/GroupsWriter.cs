using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes <c>Groups</c>: the neurons that leave together.</summary>
internal static class GroupsWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        var list = context.Types.List(context.Types[GeneratedNames.Group]);
        if (context.Model.Groups.Count == 0)
        {
            writer.Line($"private static readonly {list} {context.NeuronGroups} = [];");
        }
        else
        {
            writer.Line($"private static readonly {list} {context.NeuronGroups} =");
            using (writer.OpenWith("[", "];"))
            {
                for (var i = 0; i < context.Model.Groups.Count; i++)
                {
                    Write(writer, context, i);
                }
            }
        }

        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line(context.Types.Generated);
        writer.Line($"{context.Declare(list, context.Types[GeneratedNames.Model], "Groups")} => {context.NeuronGroups};");
    }

    private static string Written(Member member, WritingContext context)
        => $"new({CSharpText.Literal(context.Model.Graph.Layers[member.Layer].Name)}, {context.Types[GeneratedNames.Role]}.{member.Role}),";

    private static void Write(SourceWriter writer, WritingContext context, int index)
    {
        var group = context.Model.Groups[index];
        writer.Line($"new({index}, {CSharpText.Literal(group.Name)},");
        var counter = context.Model.Graph.Layers[group.Counter.Layer].Name;
        var outputs = group.Counter.Layout.Outer!.Value * group.Counter.Layout.Inner!.Value;
        var counted = counter == group.Name && outputs == 1
            ? string.Empty
            : $" {{ Counter = new({CSharpText.Literal(counter)}, {outputs}) }}";
        using (writer.OpenWith("[", $"]){counted},"))
        {
            // A layer that takes part twice in the same way, as in x + layer(x), is one member to the reader.
            foreach (var line in group.Members.Select(member => Written(member, context)).Distinct())
            {
                writer.Line(line);
            }
        }
    }
}
