using DtcGen.Generators.Collections;
using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;

namespace DtcGen.Generators.Diagnostics;

/// <summary>Tells at each layer which neurons leave together, and which stay and why.</summary>
internal static class Explanation
{
    public static IEnumerable<DiagnosticRecord> Of(ModelReading reading, GroupedModel model)
    {
        var names = model.Graph.Layers.Select(static layer => layer.Name).ToArray();
        foreach (var group in model.Groups)
        {
            var place = reading.LayerPlaces[group.Producers.First().Layer];
            yield return DiagnosticRecord.Create(Descriptors.GroupFound, place, group.Name, Unit(group, model), Members(group, names))
                with
            { Layers = new[] { group.Name }.ToEquatableArray() };
        }

        foreach (var pinned in model.Pinned)
        {
            yield return DiagnosticRecord.Create(
                Descriptors.LayerPinned, reading.LayerPlaces[pinned.Layer], names[pinned.Layer], pinned.Reason);
        }
    }

    private static string Unit(Group group, GroupedModel model) => group.Unit(model.Graph).ToString().ToLowerInvariant();

    private static string Members(Group group, string[] names)
        => string.Join("; ", new[]
        {
            (Heading: "made by", Role: Role.Producer),
            (Heading: "with one entry each in", Role: Role.PerNeuron),
            (Heading: "taken by", Role: Role.Consumer),
        }
        .Select(part => (part.Heading, Layers: group.Members
            .Where(member => member.Role == part.Role)
            .Select(member => $"'{names[member.Layer]}'")
            .Distinct()
            .ToArray()))
        .Where(static part => part.Layers.Length > 0)
        .Select(static part => $"{part.Heading} {string.Join(", ", part.Layers)}"));
}
