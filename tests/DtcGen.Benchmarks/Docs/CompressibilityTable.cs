using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What weights take for each multiple of the compressibility loss, with and without DTC.</summary>
internal sealed class CompressibilityTable : IDocsTable
{
    private const int BytesPerFloat = sizeof(float);

    public string Name => "compressibility";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable(
            "λ",
            "DTC",
            "neurons",
            "accuracy",
            "weights",
            "not zero",
            "sparsity",
            "bits per weight",
            "DEFLATE, bytes",
            "entropy bound, bytes",
            "32-bit bytes of the first row / DEFLATE");
        var full = BytesPerFloat * result.EnumerateArray().Select(row => row.GetProperty("weights").GetDouble()).FirstOrDefault();
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
                row.GetProperty("lambda").GetDouble().ToString(Number.Invariant),
                row.GetProperty("dtc").GetBoolean() ? "with" : "without",
                Whole(row, "neurons"),
                row.GetProperty("thresholdedAccuracy").GetDouble().ToString("0.0000", Number.Invariant),
                Whole(row, "weights"),
                Whole(row, "nonZeros"),
                row.GetProperty("sparsity").GetDouble().ToString("0.0000", Number.Invariant),
                row.GetProperty("bitsPerWeight").GetDouble().ToString("0.000", Number.Invariant),
                Whole(row, "bytes"),
                Whole(row, "entropyBytes"),
                Number.Short(full / row.GetProperty("bytes").GetDouble()));
        }

        return table + Summary([.. result.EnumerateArray()]);
    }

    /// <summary>What the smallest multiple does together with DTC, beside neither.</summary>
    private static string Summary(JsonElement[] rows)
    {
        var neither = rows.FirstOrDefault(static row => !row.GetProperty("dtc").GetBoolean() && row.GetProperty("lambda").GetDouble() == 0);
        var both = rows.FirstOrDefault(static row => row.GetProperty("dtc").GetBoolean() && row.GetProperty("lambda").GetDouble() > 0);
        if (neither.ValueKind == JsonValueKind.Undefined || both.ValueKind == JsonValueKind.Undefined)
        {
            return "";
        }

        var share = Number.Short(both.GetProperty("bytes").GetDouble() / neither.GetProperty("bytes").GetDouble());
        return string.Create(Number.Invariant, $"""

            λ = {both.GetProperty("lambda").GetDouble()} with DTC takes {share} of the DEFLATE bytes of neither ({Whole(both, "bytes")} beside {Whole(neither, "bytes")}), at an accuracy of {both.GetProperty("thresholdedAccuracy").GetDouble():0.0000} beside {neither.GetProperty("thresholdedAccuracy").GetDouble():0.0000}.

            """).Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static string Whole(JsonElement row, string field) => row.GetProperty(field).GetInt64().ToString("N0", Number.Invariant);
}
