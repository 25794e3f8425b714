using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DtcGen.Training;

namespace DtcGen.Onnx;

/// <summary>A report as JSON. A number that is not finite is null.</summary>
internal static class CompressReportJson
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    public static string Write(CompressReport report)
    {
        var json = (JsonObject)report.Facts.DeepClone();
        json["status"] = report.Status;
        json["dense"] = Model(report.Dense);
        json["pruned"] = Model(report.Pruned);
        json["cycles"] = new JsonArray([.. report.Cycles.Select(Cycle)]);
        json["parity"] = Parity(report);
        json["seconds"] = new JsonObject(report.Seconds.Select(static part => KeyValuePair.Create(part.Key, Number(part.Value))));
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray()).ReplaceLineEndings("\n") + "\n";
    }

    private static JsonObject? Model(ModelFigures? model)
    {
        if (model is null)
        {
            return null;
        }

        var json = new JsonObject
        {
            ["neurons"] = model.Neurons,
            ["parameters"] = model.Parameters,
            ["multiplyAdds"] = model.MultiplyAdds,
            ["onnxBytes"] = model.OnnxBytes,
            ["accuracy"] = Number(model.Accuracy),
        };
        foreach (var (batch, milliseconds) in model.LatencyMs)
        {
            json[string.Create(CultureInfo.InvariantCulture, $"latencyMsBatch{batch}")] = Number(milliseconds);
        }

        return json;
    }

    private static JsonNode Cycle(CycleRecord cycle) => new JsonObject
    {
        ["cycle"] = cycle.Cycle + 1,
        ["neurons"] = cycle.Neurons,
        ["sparsity"] = Number(cycle.Sparsity),
        ["loss"] = Number(cycle.Loss),
        ["accuracy"] = Number(cycle.Metric),
        ["entropyPrevious"] = Number(cycle.Groups.Average(static group => group.EntropyPrevious)),
        ["entropyNext"] = Number(cycle.Groups.Average(static group => group.EntropyNext)),
        ["seconds"] = Number(cycle.TrainSeconds + cycle.ClipSeconds + cycle.EvaluateSeconds),
        ["groups"] = new JsonArray([
            .. cycle.Groups.Select(static group => (JsonNode)new JsonObject
            {
                ["name"] = group.Name,
                ["neurons"] = group.NeuronsAfter,
                ["entropyPrevious"] = Number(group.EntropyPrevious),
                ["entropyNext"] = Number(group.EntropyNext),
            })
        ]),
    };

    private static JsonObject? Parity(CompressReport report) => report.Parity is not { } parity ? null : new JsonObject
    {
        ["samples"] = parity.Samples,
        ["maxAbsDifference"] = Number(parity.MaxAbsDifference),
        ["argmaxAgreement"] = Number(parity.ArgmaxAgreement),
        ["tolerance"] = Number(parity.Tolerance),
        ["passed"] = report.Passed,
    };

    private static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? JsonValue.Create(number) : null;
}
