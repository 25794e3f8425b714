using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>
/// ResNet-20 right after it was pruned, with its 95 % band, and trained on: a row for each way. From a sweep's merged.json.
/// </summary>
internal sealed class ResidualTable : IDocsTable
{
    public string Name => "residual";

    public string Render(JsonElement result)
    {
        var figures = result.GetProperty("figures");
        var factors = ResidualNetworks.Factors.Select(static factor => string.Create(Number.Invariant, $"{factor}× fewer multiply-adds"));
        var table = new MarkdownTable(["way", .. factors]);
        string[] ways = [
            .. ResidualNetworks.AllWays.Where(way => figures.TryGetProperty(
            ResidualNetworks.Name(way, ResidualNetworks.Factors[0], later: false), out _))
        ];
        foreach (var way in ways)
        {
            table.Add([way, .. ResidualNetworks.Factors.Select(factor => MergedFigure.Cell(
                figures,
                ResidualNetworks.Name(way, factor, later: false),
                ResidualNetworks.Name(way, factor, later: true),
                static _ => true))]);
        }

        return $"{table}\nThe dense network: {MergedFigure.Band(figures, "dense", static _ => true)}.\n";
    }
}
