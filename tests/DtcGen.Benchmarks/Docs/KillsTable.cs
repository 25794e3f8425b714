using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What kills did.</summary>
internal sealed class KillsTable : IDocsTable
{
    public string Name => "kills";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable("program", "kills", "ended by itself", "something wrong");
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
            [
                row.GetProperty("program").GetString()!,
                .. new[] { "kills", "ended", "faults" }.Select(name => row.GetProperty(name).GetInt32().ToString(Number.Invariant)),
            ]);
        }

        return table.ToString();
    }
}
