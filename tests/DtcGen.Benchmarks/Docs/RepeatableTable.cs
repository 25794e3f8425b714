using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What MKL's reproducible modes cost.</summary>
internal sealed class RepeatableTable : IDocsTable
{
    public string Name => "repeatable";

    public string Render(JsonElement result)
    {
        var table = new MarkdownTable("`MKL_CBWR`", "s", "to none");
        var none = result[0].GetProperty("seconds").GetDouble();
        foreach (var row in result.EnumerateArray())
        {
            var seconds = row.GetProperty("seconds").GetDouble();
            table.Add(
                row.GetProperty("mode").GetString() is { } mode ? $"`{mode}`" : "none", Number.Short(seconds), Number.Short(seconds / none));
        }

        return table.ToString();
    }
}
