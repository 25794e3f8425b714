using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>How long networks take that were pruned to a budget.</summary>
internal sealed class LatencyTable : IDocsTable
{
    public string Name => "latency";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable(
            "network", "samples of a run", "asked to stay at most", "before, ms", "time left", "by the budget's clock", "multiply-adds left", "neurons left", "times faster / times fewer multiply-adds");
        foreach (var row in result.EnumerateArray())
        {
            double share = row.GetProperty("share").GetDouble(), cost = row.GetProperty("multiplyAdds").GetDouble();
            table.Add(
                row.GetProperty("network").GetString()!,
                row.GetProperty("batch").GetInt32().ToString(Number.Invariant),
                row.GetProperty("budget").GetString()!,
                Number.Short(row.GetProperty("before").GetDouble()),
                Number.Short(share),
                row.GetProperty("found") is { ValueKind: JsonValueKind.Number } found ? Number.Short(found.GetDouble()) : "",
                Number.Short(cost),
                Number.Short(row.GetProperty("neurons").GetDouble()),
                Number.Short(cost / share));
        }

        return table.ToString();
    }
}
