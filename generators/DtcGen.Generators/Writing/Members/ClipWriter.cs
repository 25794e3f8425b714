using System.Collections.Immutable;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;

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
            using (writer.Open($"switch ({GroupSwitch.Index(context)})"))
            {
                for (var i = 0; i < methods.Length; i++)
                {
                    writer.Line($"case {i}:");
                    writer.Line($"    {methods[i]}(clip);");
                    writer.Line("    break;");
                }
            }

            writer.Line();
            writer.Line("clip.Commit();");
        }

        for (var i = 0; i < methods.Length; i++)
        {
            writer.Line();
            Write(writer, context, context.Model.Groups[i], methods[i]);
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
                var side = member.Role == Role.Producer ? "Outputs" : "Inputs";
                var placement = member.Placement == Placement.Whole ? string.Empty : $", {TypeNames.Placement}.{member.Placement}";
                writer.Line($"clip.{side}({CSharpText.Literal(context.Layer(member).Name)}, {context.Access[member.Layer].Text}{placement});");
            }
        }
    }
}
