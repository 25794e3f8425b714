using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>samples/InferenceApp under load.</summary>
internal sealed class ServeTable : IDocsTable
{
    public string Name => "serve";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable("model", "clients", "requests per second", "p50, ms", "p99, ms", "images per batch", "refused");
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
                row.GetProperty("model").GetString()!,
                row.GetProperty("clients").GetInt32().ToString(Number.Invariant),
                row.GetProperty("requestsPerSecond").GetDouble().ToString("N0", Number.Invariant),
                Number.Short(row.GetProperty("p50Milliseconds")),
                Number.Short(row.GetProperty("p99Milliseconds")),
                Number.Short(row.GetProperty("imagesPerBatch")),
                row.GetProperty("refused").GetInt32().ToString("N0", Number.Invariant));
        }

        return table.ToString();
    }
}
