using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What the waiting of libtorch's threads costs.</summary>
internal sealed class WaitingTable : IDocsTable
{
    public string Name => "waiting";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable("threads", "another busy process", "by default, s", "passively, s", "passively / by default");
        foreach (var row in result.EnumerateArray())
        {
            double byDefault = row.GetProperty("default").GetDouble(), passive = row.GetProperty("passive").GetDouble();
            table.Add(
                row.GetProperty("threads").GetInt32().ToString(Number.Invariant),
                row.GetProperty("busy").GetBoolean() ? "yes" : "no",
                Number.Short(byDefault),
                Number.Short(passive),
                Number.Short(passive / byDefault));
        }

        return table.ToString();
    }
}
