using DtcGen.Generators.Collections;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Writing;

/// <summary>Walks from the model to its layers. Each block and layer on the way gets a property, once.</summary>
internal sealed class ModulePaths(TypeNames types, Names memberNames)
{
    private readonly Dictionary<(string Module, string Type), string> _reached = [];
    private readonly List<LayerProperty> _properties = [];
    private readonly List<FieldAccessor> _accessors = [];

    /// <summary>The properties that reach modules, each after those that it uses.</summary>
    public IReadOnlyList<LayerProperty> Properties => _properties;

    /// <summary>The private fields of other classes that are opened.</summary>
    public IReadOnlyList<FieldAccessor> Accessors => _accessors;

    /// <summary>How to reach a layer.</summary>
    public string Access(Layer layer)
        => Reach(layer.Name.Split('.'), layer.Path, layer.Path.Count, $"global::{GeneratedNames.Layer(layer.Kind.ToString())}");

    // The module behind the first steps of a path, as a type whose members can be asked for.
    private string Reach(string[] names, EquatableArray<PathStep> path, int steps, string type)
    {
        var step = path[steps - 1];
        var isOfType = Plain(step.Declared) == type;
        if (steps == 1 && isOfType)
        {
            return Read(names, path, steps);
        }

        var module = string.Join(".", names.Take(steps));
        if (!_reached.TryGetValue((module, type), out var property))
        {
            var text = Read(names, path, steps);
            property = memberNames.Unique(Names.Pascal(module));
            _reached.Add((module, type), property);
            var written = types.Declared(type);
            _properties.Add(new LayerProperty(property, written, isOfType ? text : $"({written}){text}"));
        }

        return property;
    }

    // The field or item itself, as it is declared; one that could hold null is known to hold the layer.
    private string Read(string[] names, EquatableArray<PathStep> path, int steps)
    {
        var step = path[steps - 1];
        var known = step.Declared.EndsWith("?", StringComparison.Ordinal) ? "!" : string.Empty;
        if (steps == 1)
        {
            return step.IsAccessible ? WritingContext.Field(step.Field!) + known : $"{Accessor(step)}(this)";
        }

        var owner = Reach(names, path, steps - 1, Plain(step.Owner));
        return step.Field is null ? $"{owner}[{step.Item}]"
            : step.IsAccessible ? $"{owner}.{CSharpText.Identifier(step.Field)}{known}"
            : $"{Accessor(step)}({owner})";
    }

    private string Accessor(PathStep step)
    {
        var known = _accessors.FirstOrDefault(accessor => accessor.Field == step.Field && accessor.Owner == types.Declared(step.Owner));
        if (known is null)
        {
            var owner = types.Declared(step.Owner);
            var name = memberNames.Unique(Names.Pascal($"{step.Owner.Substring(step.Owner.LastIndexOf('.') + 1)}.{step.Field}"));
            known = new FieldAccessor(name, step.Field!, owner, types.Declared(Plain(step.Declared)));
            _accessors.Add(known);
        }

        return known.Name;
    }

    private static string Plain(string type) => type.TrimEnd('?');
}
