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
        var ways = AfterClip.All.Where(way => figures.TryGetProperty(First(way), out _)).ToArray();
        foreach (var criterion in Criteria(figures.GetProperty(First(ways[0]))))
        {
            bool IsOfIt(JsonElement axes) => axes.GetProperty("criterion").GetString() == criterion;
            foreach (var way in ways)
            {
                table.Add([criterion, way.IsRefitted, Networks(), .. PrunedNetworks.Sizes.Select(size => MergedFigure.Cell(
                    figures,
                    PrunedNetworks.Name(size, way, later: false),
                    PrunedNetworks.Name(size, way, later: true),
                    IsOfIt))]);

                string Networks() => MergedFigure.Count(figures, First(way), IsOfIt);
            }
        }

        return table.ToString();
    }

    private static string First(AfterClip way) => PrunedNetworks.Name(PrunedNetworks.Sizes[0], way, later: false);

    private static IEnumerable<string> Criteria(JsonElement figure)
        => figure.EnumerateArray().Select(static group => group.GetProperty("axes").GetProperty("criterion").GetString()!);
}
