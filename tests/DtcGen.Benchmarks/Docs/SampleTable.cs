using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>Dense beside pruned, from a sample's result.json.</summary>
/// <param name="name">The sample's name.</param>
internal sealed class SampleTable(string name) : IDocsTable
{
    private static readonly (string Heading, string Field, string Format)[] Rows =
    [
        ("neurons", "neurons", "N0"),
        ("parameters", "parameters", "N0"),
        ("multiply-adds per sample", "multiplyAdds", "N0"),
        ("ONNX file, bytes", "onnxBytes", "N0"),
        ("accuracy", "accuracy", "0.0000"),
        ("latency at batch 1, ms", "latencyMsBatch1", "0.0000"),
        ("latency at batch 512, ms", "latencyMsBatch512", "0.000"),
    ];

    public string Name => name;

    public string Render(JsonElement result)
    {
        JsonElement dense = result.GetProperty("dense"), pruned = result.GetProperty("pruned"), parity = result.GetProperty("parity");
        var table = new MarkdownTable("", "dense", "pruned", "pruned / dense");
        foreach (var (heading, field, format) in Rows)
        {
            double before = dense.GetProperty(field).GetDouble(), after = pruned.GetProperty(field).GetDouble();
            table.Add(
                heading,
                before.ToString(format, Number.Invariant),
                after.ToString(format, Number.Invariant),
                (after / before).ToString("0.000", Number.Invariant));
        }

        var seconds = result.GetProperty("seconds");
        return string.Create(Number.Invariant, $"""
            {table}
            Data: {result.GetProperty("dataset").GetString()}; seed {result.GetProperty("seed").GetInt64()}. Parity {(parity.GetProperty("passed").GetBoolean() ? "passed" : "FAILED")}: over {parity.GetProperty("samples").GetInt64():N0} samples the largest difference between TorchSharp and OnnxRuntime is {parity.GetProperty("maxAbsDifference").GetDouble():0.0e+0} (tolerance {parity.GetProperty("tolerance").GetDouble():0.0e+0}), and {parity.GetProperty("argmaxAgreement").GetDouble():0.00%} of the predicted classes agree. Seconds: training {seconds.GetProperty("train").GetDouble():0.0}, compressing {seconds.GetProperty("compress").GetDouble():0.0}, exporting {seconds.GetProperty("export").GetDouble():0.0}, parity {seconds.GetProperty("parity").GetDouble():0.0}.{Control(result)}

            """).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Control(JsonElement result)
        => result.TryGetProperty("control", out var control) && control.ValueKind == JsonValueKind.Object
        ? string.Create(
            Number.Invariant,
            $" Trained on instead of compressed, for as long ({control.GetProperty("seconds").GetDouble():0} s), the dense network reaches an accuracy of {control.GetProperty("accuracy").GetDouble():0.0000}; the whole run took {result.GetProperty("seconds").GetProperty("total").GetDouble():0} s.")
        : "";
}
