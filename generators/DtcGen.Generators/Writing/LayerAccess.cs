using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing;

/// <summary>How generated code reaches a layer.</summary>
/// <param name="Text">The expression that other members write.</param>
/// <param name="Property">The property to generate for it, or null when the layer is a field of its own type.</param>
/// <param name="Accessors">The private fields of other classes to open for it.</param>
internal sealed record LayerAccess(string Text, LayerProperty? Property, IReadOnlyList<FieldAccessor> Accessors)
{
    private const string Sequential = TypeNames.LayerNamespace + "Sequential";

    public static LayerAccess Of(Layer layer, WritingContext context)
    {
        var type = TypeNames.LayerNamespace + layer.Kind;
        var first = layer.Path[0];
        if (layer.Path.Count == 1 && Plain(first.Declared) == type)
        {
            return new LayerAccess(WritingContext.Field(first.Field!), null, []);
        }

        var accessors = new List<FieldAccessor>();
        var text = CSharpText.Identifier(first.Field!);
        var declared = Plain(first.Declared);
        for (var i = 1; i < layer.Path.Count; i++)
        {
            var step = layer.Path[i];
            if (step.Field is null)
            {
                text = $"{Cast(text, declared, Sequential)}[{step.Item}]";
            }
            else if (step.IsAccessible)
            {
                text = $"{Cast(text, declared, step.Owner)}.{CSharpText.Identifier(step.Field)}";
            }
            else
            {
                var accessor = new FieldAccessor(Names.Pascal(step.Owner.Substring(step.Owner.LastIndexOf('.') + 1) + "." + step.Field), step.Field, step.Owner, step.Declared);
                accessors.Add(accessor);
                text = $"{accessor.Name}({(Plain(declared) == step.Owner ? text : $"({step.Owner}){text}")})";
            }

            declared = Plain(step.Declared);
        }

        var name = context.MemberNames.Unique(Names.Pascal(layer.Name));
        return new LayerAccess(name, new LayerProperty(name, type, declared == type ? text : $"({type}){text}"), accessors);
    }

    private static string Cast(string text, string declared, string type) => declared == type ? text : $"(({type}){text})";

    private static string Plain(string type) => type.TrimEnd('?');
}
