using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>samples/InferenceApp at its capacity and beyond.</summary>
internal sealed class OverloadTable : IDocsTable
{
    public string Name => "overload";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable(
            "model", "load", "cores", "requests per second", "answered per second", "p50, ms", "p99, ms", "refused per second",
            "refused, p50, ms", "refused, p99, ms");
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
                row.GetProperty("model").GetString()!,
                row.GetProperty("load").GetInt32() is var load && load == 1 ? "capacity" : $"{load} × capacity",
                row.GetProperty("cores").GetString()!,
                Count(row, "requestsPerSecond"),
                Count(row, "answeredPerSecond"),
                Number.Short(row.GetProperty("p50Milliseconds")),
                Number.Short(row.GetProperty("p99Milliseconds")),
                Count(row, "refusedPerSecond"),
                Number.Short(row.GetProperty("refusedP50Milliseconds")),
                Number.Short(row.GetProperty("refusedP99Milliseconds")));
        }

        return table.ToString();
    }

    private static string Count(JsonElement row, string name) => row.GetProperty(name).GetDouble().ToString("N0", Number.Invariant);
}
