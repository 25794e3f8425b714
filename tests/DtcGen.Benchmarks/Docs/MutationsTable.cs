using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What damaged files did.</summary>
internal sealed class MutationsTable : IDocsTable
{
    public string Name => "mutations";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable(
            "kind of file", "damaged files", "refused by name", "read", "ended otherwise", "longest, ms", "most memory, MB");
        foreach (var row in result.EnumerateArray())
        {
            int mutants = row.GetProperty("mutants").GetInt32(), refused = row.GetProperty("refused").GetInt32(),
                unhandled = row.GetProperty("unhandled").GetInt32();
            table.Add(
                row.GetProperty("format").GetString()!,
                mutants.ToString("N0", Number.Invariant),
                refused.ToString("N0", Number.Invariant),
                (mutants - refused - unhandled).ToString("N0", Number.Invariant),
                unhandled.ToString("N0", Number.Invariant),
                Number.Short(row.GetProperty("longestMilliseconds")),
                Number.Short(row.GetProperty("mostMegabytes")));
        }

        return table.ToString();
    }
}
