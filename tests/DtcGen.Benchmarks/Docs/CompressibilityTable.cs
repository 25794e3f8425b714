using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What weights take for each multiple of the compressibility loss, with and without DTC.</summary>
internal sealed class CompressibilityTable : IDocsTable
{
    private const int BytesPerFloat = sizeof(float);

    public string Name => "compressibility";

    public string Render(JsonElement result)
    {
        MarkdownTable table = new("λ", "DTC", "neurons", "accuracy", "weights", "not zero", "sparsity", "bits per weight", "DEFLATE, bytes", "entropy bound, bytes", "32-bit bytes of the first row / DEFLATE");
        double full = BytesPerFloat * result.EnumerateArray().Select(row => row.GetProperty("weights").GetDouble()).FirstOrDefault();
        foreach (JsonElement row in result.EnumerateArray())
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

        return table.ToString();
    }

    private static string Whole(JsonElement row, string field) => row.GetProperty(field).GetInt64().ToString("N0", Number.Invariant);
}
