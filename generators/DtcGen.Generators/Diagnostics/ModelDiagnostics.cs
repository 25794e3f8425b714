using DtcGen.Generators.Grouping;
using DtcGen.Generators.Reading;
using DtcGen.Generators.Writing;

namespace DtcGen.Generators.Diagnostics;

/// <summary>Collects all that is to be reported about a class: what reading found, and what grouping finds.</summary>
internal static class ModelDiagnostics
{
    public static IEnumerable<DiagnosticRecord> Of(ModelReading reading)
        => reading.Diagnostics.Concat(reading.Models.SelectMany(model => Of(reading, GroupedModel.Of(model))));

    private static IEnumerable<DiagnosticRecord> Of(ModelReading reading, GroupedModel model)
    {
        if (model.Groups.Count == 0)
        {
            var why = model.Pinned.Count == 0
                ? "its forward uses no layer with weights"
                : string.Join("; ", model.Pinned.Select(pinned => $"'{model.Graph.Layers[pinned.Layer].Name}' stays: {pinned.Reason}"));
            yield return DiagnosticRecord.Create(Descriptors.NothingPrunable, reading.Location, reading.ClassName, why);
        }

        if (reading.LayerPlaces.Count > 0)
        {
            foreach (var explained in Explanation.Of(reading, model))
            {
                yield return explained;
            }
        }
    }
}
