using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What the generator costs the compiler.</summary>
internal sealed class GeneratorTable : IDocsTable
{
    public string Name => "generator";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable("what", "ms", "steps that ran again");
        foreach (var row in result.EnumerateArray())
        {
            table.Add(
                row.GetProperty("name").GetString()!,
                Number.Short(row.GetProperty("milliseconds")),
                row.GetProperty("stepsRerun").ToString());
        }

        return table.ToString();
    }
}
