using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What recording a model costs beside one forward pass.</summary>
internal sealed class RecordingTable : IDocsTable
{
    public string Name => "recording";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable(
            "network", "samples in the example", "recorded again with", "one forward pass, ms", "Record, ms", "Record / forward pass");
        foreach (var row in result.EnumerateArray())
        {
            double forward = row.GetProperty("forward").GetDouble(), record = row.GetProperty("record").GetDouble();
            table.Add(
                row.GetProperty("network").GetString()!,
                row.GetProperty("samples").GetInt64().ToString(Number.Invariant),
                row.GetProperty("others").GetInt64().ToString(Number.Invariant),
                Number.Short(forward),
                Number.Short(record),
                Number.Short(record / forward));
        }

        return table.ToString();
    }
}
