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
        var sizes = PrunedNetworks.Sizes.Select(static size => string.Create(Number.Invariant, $"{size} neurons"));
        var table = new MarkdownTable(["criterion", "refitted", "networks", .. sizes]);
        foreach (var criterion in Criteria(figures))
        {
            bool IsOfIt(JsonElement axes) => axes.GetProperty("criterion").GetString() == criterion;
            foreach (var refit in PrunedNetworks.Both.Where(refit => Networks(refit) != "0"))
            {
                table.Add([criterion, refit ? "yes" : "no", Networks(refit), .. PrunedNetworks.Sizes.Select(size => MergedFigure.Cell(
                    figures,
                    PrunedNetworks.Name(size, refit, later: false),
                    PrunedNetworks.Name(size, refit, later: true),
                    IsOfIt))]);
            }

            string Networks(bool refit)
                => MergedFigure.Count(figures, PrunedNetworks.Name(PrunedNetworks.Sizes[0], refit, later: false), IsOfIt);
        }

        return table.ToString();
    }

    private static IEnumerable<string> Criteria(JsonElement figures)
        => figures.GetProperty(PrunedNetworks.Name(PrunedNetworks.Sizes[0], refit: true, later: false)).EnumerateArray()
            .Select(static group => group.GetProperty("axes").GetProperty("criterion").GetString()!);
}
