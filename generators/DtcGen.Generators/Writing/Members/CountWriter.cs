using DtcGen.Generators.Grouping;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes <c>CountNeurons</c>: the rows of the weight of a group's first producer.</summary>
internal static class CountWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line(TypeNames.Generated);
        using (writer.Open($"{context.Declare("long", TypeNames.Model, "CountNeurons", $"({TypeNames.Group} group)")} => {GroupSwitch.Head(context)}", ";"))
        {
            for (var i = 0; i < context.Model.Groups.Count; i++)
            {
                var producer = context.Model.Groups[i].Members.First(static member => member.Role == Role.Producer);
                writer.Line($"{i} => {context.Access[producer.Layer].Text}.weight.shape[0],");
            }

            writer.Line($"_ => {TypeNames.Unreachable},");
        }
    }
}
