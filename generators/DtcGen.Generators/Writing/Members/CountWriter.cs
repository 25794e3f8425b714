namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes <c>CountNeurons</c>: the outputs of a layer that produces the group.</summary>
internal static class CountWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line(context.Types.Generated);
        using (writer.Open(
            $"{context.Declare("long", context.Types[GeneratedNames.Model], "CountNeurons", $"({context.Types[GeneratedNames.Group]} group)")} => {GroupSwitch.Head(context)}",
            ";"))
        {
            for (var i = 0; i < context.Model.Groups.Count; i++)
            {
                writer.Line($"{i} => {LayoutText.Count(context.Model.Groups[i].Counter, context)},");
            }

            writer.Line($"_ => {context.Types.Unreachable},");
        }
    }
}
