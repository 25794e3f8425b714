using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>Our time beside a peer's.</summary>
internal sealed class PeerTable(string name) : IDocsTable
{
    public string Name => name;

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable("what", "threads", "ours", "peer", "peer's name", "unit", "ours / peer");
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
                row.GetProperty("name").GetString()!,
                row.GetProperty("threads").GetInt32().ToString(Number.Invariant),
                Number.Short(row.GetProperty("ours")),
                Number.Short(row.GetProperty("peer")),
                row.GetProperty("peerName").GetString() ?? "—",
                row.GetProperty("unit").GetString()!,
                Number.Short(row.GetProperty("ratio")));
        }

        return table.ToString();
    }
}
