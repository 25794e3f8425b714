using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What a long compression holds.</summary>
internal sealed class EnduranceTable : IDocsTable
{
    public string Name => "endurance";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable("clips", "steps", "live tensors", "managed memory, MB", "resident memory, MB");
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
                row.GetProperty("clips").GetInt32().ToString("N0", Number.Invariant),
                row.GetProperty("steps").GetInt64().ToString("N0", Number.Invariant),
                row.GetProperty("liveTensors").GetInt64().ToString("N0", Number.Invariant),
                Number.Short(row.GetProperty("managedMegabytes")),
                Number.Short(row.GetProperty("residentMegabytes")));
        }

        return table.ToString();
    }
}
