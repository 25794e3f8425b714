using DtcGen.Generators.Reading;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes what reaches layers that are not fields of their own type: items of containers, layers inside blocks.</summary>
internal static class LayerAccessWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        var isFirst = true;
        var slots = context.Model.Groups.SelectMany(static group => group.Members).Select(static member => member.Layer).Distinct().OrderBy(static layer => layer).Select(layer => context.Access[layer].Slot);
        foreach (var property in context.Access.Select(static access => access.Property).Concat(slots).OfType<LayerProperty>())
        {
            Separate(writer, ref isFirst);
            writer.Line(TypeNames.Generated);
            writer.Line($"private {property.Type} {property.Name} => {property.Text};");
        }

        foreach (var accessor in context.Access.SelectMany(static access => access.Accessors).Distinct())
        {
            Separate(writer, ref isFirst);
            writer.Line(TypeNames.Generated);
            writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = {CSharpText.Literal(accessor.Field)})]");
            writer.Line($"private static extern ref {accessor.Declared} {accessor.Name}({accessor.Owner} block);");
        }
    }

    private static void Separate(SourceWriter writer, ref bool isFirst)
    {
        if (!isFirst)
        {
            writer.Line();
        }

        isFirst = false;
    }
}
