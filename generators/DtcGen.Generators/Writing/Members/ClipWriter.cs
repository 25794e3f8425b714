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
        writer.Line(TypeNames.Generated);
        var signature = context.Declare("void", TypeNames.Model, "Clip", $"({TypeNames.Group} group, {TypeNames.List("long")} keep)");
        using (writer.Open(signature))
        {
            writer.Line($"using var clip = new {TypeNames.NeuronClip}(group, {context.Call(TypeNames.Model, "CountNeurons")}(group), keep);");
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
        _ => context.Layer(member).Kind is LayerKind.Conv1d or LayerKind.Conv2d ? "Depthwise" : "Normalised",
    };

    private static void WriteSwitch(SourceWriter writer, WritingContext context, ImmutableArray<string> methods)
    {
        using (writer.Open($"switch ({GroupSwitch.Index(context)})"))
        {
            for (var i = 0; i < methods.Length; i++)
            {
                writer.Line($"case {i}:");
                writer.Line($"    {methods[i]}(clip);");
                writer.Line("    break;");
            }
        }
    }

    private static void Write(SourceWriter writer, WritingContext context, Group group, string method)
    {
        writer.Line($"// The neurons that '{group.Name}' makes.");
        writer.Line(TypeNames.Generated);
        using (writer.Open($"private void {method}({TypeNames.NeuronClip} clip)"))
        {
            foreach (var member in group.Members)
            {
                writer.Line($"clip.{Verb(context, member)}({context.Clipped(member.Layer)}{LayoutText.Argument(member.Layout, context)});");
            }
        }
    }
}
