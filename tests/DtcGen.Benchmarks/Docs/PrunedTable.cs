using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>
/// What a network can do right after it was pruned, with its 95 % band, and after some training: a row for each criterion, a column
/// for each size. From a sweep's merged.json.
/// </summary>
/// <param name="name">The table's name.</param>
internal sealed class PrunedTable(string name) : IDocsTable
{
    public string Name => name;

    public string Render(JsonElement result)
    {
        var figures = result.GetProperty("figures");
        var table = new MarkdownTable(
            ["criterion", "refitted", .. PrunedNetworks.Sizes.Select(static size => string.Create(Number.Invariant, $"{size} neurons"))]);
        foreach (var criterion in Criteria(figures))
        {
            foreach (var refit in PrunedNetworks.Both)
            {
                table.Add([criterion, refit ? "yes" : "no", .. PrunedNetworks.Sizes.Select(size => MergedFigure.Cell(
                    figures,
                    PrunedNetworks.Name(size, refit, later: false),
                    PrunedNetworks.Name(size, refit, later: true),
                    axes => axes.GetProperty("criterion").GetString() == criterion))]);
            }
        }

        return table.ToString();
    }

    private static IEnumerable<string> Criteria(JsonElement figures)
        => figures.GetProperty(PrunedNetworks.Name(PrunedNetworks.Sizes[0], refit: false, later: false)).EnumerateArray()
            .Select(static group => group.GetProperty("axes").GetProperty("criterion").GetString()!);
}
