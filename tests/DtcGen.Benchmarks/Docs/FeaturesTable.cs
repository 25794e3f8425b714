using System.Text.Json;

namespace DtcGen.Benchmarks;

/// <summary>How near a pruned network's features are to the dense one's: a row for each way. From a sweep's merged.json.</summary>
internal sealed class FeaturesTable : IDocsTable
{
    public string Name => "features";

    public string Render(JsonElement result)
    {
        var figures = result.GetProperty("figures");
        var table = new MarkdownTable(["criterion", .. FeaturesCommand.After.Select(static after => after.Column)]);
        foreach (var criterion in FeaturesCommand.Names)
        {
            table.Add([criterion, .. FeaturesCommand.After.Select(after => MergedFigure.Band(
                figures, FeaturesCommand.Similarity, axes => axes.GetProperty("way").GetString() == criterion + after.Suffix))]);
        }

        return table.ToString();
    }
}
