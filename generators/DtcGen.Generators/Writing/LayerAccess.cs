using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing;

/// <summary>How generated code reaches a layer, and the place where it sits.</summary>
/// <param name="Text">The expression that other members write.</param>
/// <param name="Property">The property to generate for it, or null when the layer is a field of its own type.</param>
/// <param name="Slot">The property to generate for its place, for a layer that cannot change its size; else null.</param>
/// <param name="Accessors">The private fields of other classes to open for it.</param>
internal sealed record LayerAccess(string Text, LayerProperty? Property, LayerProperty? Slot, IReadOnlyList<FieldAccessor> Accessors)
{
    private const string Sequential = TypeNames.LayerNamespace + "Sequential";

    public static LayerAccess Of(Layer layer, WritingContext context)
    {
        var type = TypeNames.LayerNamespace + layer.Kind;
        var accessors = new List<FieldAccessor>();
        var walk = Walk(layer, accessors);
        var isPlain = layer.Path.Count == 1 && walk.Declared == type;
        var name = isPlain ? walk.Text : context.MemberNames.Unique(Names.Pascal(layer.Name));
        return new LayerAccess(
            name,
            isPlain ? null : new LayerProperty(name, type, walk.Declared == type ? walk.Text : $"({type}){walk.Text}"),
            PlaceOf(layer, type, walk, context),
            accessors);
    }

    private static LayerProperty? PlaceOf(Layer layer, string type, LayerPath walk, WritingContext context)
    {
        if (layer.Kind is not (LayerKind.Conv1d or LayerKind.Conv2d or LayerKind.BatchNorm1d or LayerKind.BatchNorm2d))
        {
            return null;
        }

        var slotType = $"{TypeNames.ModuleSlot}<{type}>";
        return new LayerProperty(context.MemberNames.Unique($"{Names.Pascal(layer.Name)}Slot"), slotType, walk.Slot(type));
    }

    private static LayerPath Walk(Layer layer, List<FieldAccessor> accessors)
    {
        var first = layer.Path[0];
        var field = WritingContext.Field(first.Field!);
        var path = new LayerPath(field, Plain(first.Declared), FieldSlot(Plain(first.Declared), "this", first.Field!, $"global::System.Runtime.CompilerServices.Unsafe.AsRef(in {field})"));
        foreach (var step in layer.Path.Skip(1))
        {
            path = step.Field is null ? Item(path, step) : Field(path, step, accessors);
        }

        return path;
    }

    private static LayerPath Item(LayerPath path, PathStep step)
    {
        var container = Plain(step.Owner);
        var text = $"{path.As(container)}[{step.Item}]";
        return new LayerPath(
            text,
            Plain(step.Declared),
            type => container == Sequential
                ? $"new {TypeNames.ItemSlot}<{type}>({path.Slot(Sequential)}, {step.Item})"
                : $"new {TypeNames.ListSlot}<{type}, {Plain(step.Declared)}>({path.As(container)}, {step.Item})");
    }

    private static LayerPath Field(LayerPath path, PathStep step, List<FieldAccessor> accessors)
    {
        var owner = path.As(step.Owner);
        var reference = $"{owner}.{CSharpText.Identifier(step.Field!)}";
        var text = reference;
        if (step.IsAccessible)
        {
            reference = $"global::System.Runtime.CompilerServices.Unsafe.AsRef(in {reference})";
        }
        else
        {
            var accessor = new FieldAccessor(Names.Pascal($"{step.Owner.Substring(step.Owner.LastIndexOf('.') + 1)}.{step.Field}"), step.Field!, step.Owner, step.Declared);
            accessors.Add(accessor);
            text = reference = $"{accessor.Name}({(path.Declared == step.Owner ? path.Text : $"({step.Owner}){path.Text}")})";
        }

        return new LayerPath(text, Plain(step.Declared), FieldSlot(Plain(step.Declared), owner, step.Field!, reference));
    }

    private static Func<string, string> FieldSlot(string declared, string owner, string name, string reference)
        => type => $"new {TypeNames.FieldSlot}<{type}, {declared}>({owner}, {CSharpText.Literal(name)}, () => ref {reference})";

    private static string Plain(string type) => type.TrimEnd('?');
}
