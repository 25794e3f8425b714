using DtcGen.Generators.Reading;

namespace DtcGen.Generators.Writing.Members;

/// <summary>Writes what reaches layers that are not fields of their own type: items of containers, layers inside blocks.</summary>
internal static class LayerAccessWriter
{
    public static void Write(SourceWriter writer, WritingContext context)
    {
        if (context.Paths.Properties.Count > 0)
        {
            writer.Line("// Modules inside others, and layers whose fields have a wider type.");
            foreach (var property in context.Paths.Properties)
            {
                writer.Line($"private {property.Type} {property.Name} => {property.Text};");
            }
        }

        if (context.Paths.Accessors.Count > 0)
        {
            writer.Section("// Private fields of other classes, opened without reflection.");
            var (attribute, kind) = (context.Types.Attribute(
                GeneratedNames.UnsafeAccessor), context.Types[GeneratedNames.UnsafeAccessorKind]);
            foreach (var accessor in context.Paths.Accessors)
            {
                writer.Line($"[{attribute}({kind}.Field, Name = {CSharpText.Literal(accessor.Field)})]");
                writer.Line($"private static extern ref {accessor.Declared} {accessor.Name}({accessor.Owner} block);");
            }
        }
    }
}
