using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>What a network can do right after it was pruned: a row for each criterion, a column for each size.</summary>
/// <param name="name">The table's name.</param>
internal sealed class PrunedTable(string name) : IDocsTable
{
    public string Name => name;

    public string Render(JsonElement result)
    {
        var rows = result.EnumerateArray().Where(static row => row.GetProperty("criterion").GetString() != "none").ToArray();
        int[] sizes = [.. rows.Select(static row => row.GetProperty("neurons").GetInt32()).Distinct()];
        var table = new MarkdownTable(["criterion", "refitted", .. sizes.Select(static size => $"{size} neurons")]);
        foreach (var group in rows.GroupBy(
            static row => (Criterion: row.GetProperty("criterion").GetString()!, Refit: row.GetProperty("refit").GetBoolean())))
        {
            table.Add([group.Key.Criterion, group.Key.Refit ? "yes" : "no", .. sizes.Select(size => Cell(group, size))]);
        }

        return table.ToString();
    }

    // The mean, and the lowest and highest where there are several.
    private static string Cell(IEnumerable<JsonElement> rows, int size)
    {
        double[] values = [
            .. rows.Single(row => row.GetProperty("neurons").GetInt32() == size).GetProperty("accuracies").EnumerateArray()
                .Select(static value => value.GetDouble())
        ];
        return values.Length == 1
            ? values[0].ToString("0.0000", Number.Invariant)
            : string.Create(Number.Invariant, $"{values.Average():0.000} ({values.Min():0.000}–{values.Max():0.000})");
    }
}
