using DtcGen.Generators.Collections;
using DtcGen.Generators.Diagnostics;
using DtcGen.Generators.Reading.Graph;
using Microsoft.CodeAnalysis;

namespace DtcGen.Generators.Reading;

/// <summary>
/// Finds where layers are declared, for messages about them. Read only when they are asked for: places move with
/// every edit above them, and what does not hold them is cached.
/// </summary>
internal static class LayerPlaces
{
    private const string Property = "Explain";

    /// <summary>Whether the attribute asks for messages about the layers.</summary>
    public static bool Asked(AttributeData attribute)
        => attribute.NamedArguments.Any(static argument => argument.Key == Property && argument.Value.Value is true);

    /// <summary>For each layer the model's own field that holds it, or a block or container around it.</summary>
    /// <param name="model">The model class.</param>
    /// <param name="otherwise">The place where the model's source has no such field.</param>
    /// <param name="layers">The model's layers.</param>
    public static EquatableArray<LocationRecord> Find(INamedTypeSymbol model, Location otherwise, IEnumerable<Layer> layers)
        => layers.Select(layer => (Declaration(model, layer) ?? LocationRecord.Of(otherwise))!).ToEquatableArray();

    private static LocationRecord? Declaration(INamedTypeSymbol model, Layer layer)
    {
        var name = layer.Path.FirstOrDefault()?.Field;
        for (var type = model; type is not null && name is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).FirstOrDefault() is { } field)
            {
                return LocationRecord.Of(field.Locations.FirstOrDefault());
            }
        }

        return null;
    }
}
