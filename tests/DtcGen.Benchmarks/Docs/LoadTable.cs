using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What many requests do.</summary>
internal sealed class LoadTable : IDocsTable
{
    public string Name => "load";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable(
            "requests", "slow clients", "answers per second", "answered otherwise", "slow ones ended", "the server's memory, MB");
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
                row.GetProperty("requests").GetInt32().ToString("N0", Number.Invariant),
                row.GetProperty("slowClients").GetInt32().ToString(Number.Invariant),
                row.GetProperty("requestsPerSecond").GetDouble().ToString("N0", Number.Invariant),
                row.GetProperty("otherAnswers").GetInt32().ToString(Number.Invariant),
                row.GetProperty("slowEnded").GetInt32().ToString(Number.Invariant),
                Number.Short(row.GetProperty("residentMegabytes")));
        }

        return table.ToString();
    }
}
