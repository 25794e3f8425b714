using System.Collections.Immutable;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes <c>Clip</c> and a method for each group: every member loses the entries of the neurons that leave.</summary>
internal static class ClipWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        var methods = context.GroupMethods.Select(group => context.MemberNames.Unique($"Clip{group}")).ToImmutableArray();
        writer.Line("/// <inheritdoc/>");
        writer.Line(context.Types.Generated);
        var signature = context.Declare(
            "void",
            context.Types[GeneratedNames.Model],
            "Clip",
            $"({context.Types[GeneratedNames.Group]} group, {context.Types.List("long")} keep)");
        using (writer.Open(signature))
        {
            writer.Line(
                $"using var clip = new {context.Types[GeneratedNames.NeuronClip]}(this, group, {context.Call(context.Types[GeneratedNames.Model], "CountNeurons")}(group), keep);");
            if (methods.Length > 0)
            {
                WriteSwitch(writer, context, methods);
                writer.Line();
            }

            writer.Line("clip.Commit();");
        }

        for (var i = 0; i < methods.Length; i++)
        {
            writer.Line();
            Write(writer, context, context.Model.Groups[i], methods[i]);
        }
    }

    private static string Verb(WritingContext context, Member member) => member.Role switch
    {
        Role.Producer => "Outputs",
        Role.Consumer => "Inputs",
        _ => context.Layer(member).Kind switch
        {
            LayerKind.Conv1d or LayerKind.Conv2d => "Depthwise",
            LayerKind.PReLU => "Slopes",
            _ => "Normalised",
        },
    };

    private static void WriteSwitch(SourceWriter writer, WritingContext context, ImmutableArray<string> methods)
    {
        using (writer.Open($"switch ({GroupSwitch.Index(context)})"))
        {
            for (var i = 0; i < methods.Length; i++)
            {
                writer.Line($"case {i}: {methods[i]}(clip); break;");
            }
        }
    }

    private static void Write(SourceWriter writer, WritingContext context, Group group, string method)
    {
        writer.Line($"// The neurons that '{group.Name}' makes.");
        using (writer.Open($"private void {method}({context.Types[GeneratedNames.NeuronClip]} clip)"))
        {
            foreach (var member in group.Members)
            {
                writer.Line($"clip.{Verb(context, member)}({context.Clipped(member.Layer)}{LayoutText.Argument(member.Layout, context)});");
            }
        }
    }
}
