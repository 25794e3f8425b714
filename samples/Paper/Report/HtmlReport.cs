using System.Globalization;
using System.Net;

namespace DtcGen.Samples.Paper;

/// <summary>The report as one HTML file that needs nothing else.</summary>
internal static class HtmlReport
{
    /// <summary>The resource that draws its pictures.</summary>
    public const string Script = "echarts.js";

    /// <summary>Its text. It depends on the result alone, so that a resumed run writes the same bytes.</summary>
    /// <param name="result">What was measured.</param>
    /// <param name="ours">The same as series.</param>
    /// <param name="published">The published series.</param>
    public static string Write(PaperResult result, SeriesFile ours, SeriesFile published)
    {
        var parts = new Dictionary<string, string>
        {
            ["css"] = Resource.Text("report.css"),
            ["js"] = Resource.Text("report.js"),
            ["echarts"] = Resource.Text(Script),
            ["ours"] = SeriesJson.WriteCompact(ours),
            ["published"] = SeriesJson.WriteCompact(published),
            ["summary"] = WebUtility.HtmlEncode(Summary(result)),
            ["closeness"] = ClosenessSection(result, published),
            ["bandcaption"] = result.Statistics is null
                ? string.Empty
                : " Dotted lines and bands: mean over the seeds and its 95 % confidence interval.",
            ["undefined"] = WebUtility.HtmlEncode(Undefined(ours)),
            ["pearson"] = WebUtility.HtmlEncode(Pearson(ours, published)),
            ["findings"] = Findings(ours),
            ["table1"] = Table(result, ours, published),
            ["numbers"] = Numbers(result, ours),
            ["attribution"] = WebUtility.HtmlEncode(SeriesJson.Attribution),
        };
        return Template.Fill(Resource.Text("report.html"), parts);
    }

    private static string Summary(PaperResult result)
    {
        var methods = string.Join(", ", result.Methods.Select(m => m.DisplayName()));
        var seeds = result.Seeds.Count == 1 ? $"seed {result.Seeds[0]}" : $"{result.Seeds.Count} seeds, the first being {result.Seeds[0]}";
        return $"arXiv:2505.23869, the experiment of the paper run again: {result.DataName}, the method {PaperVariants.Phrase(result.Variant)}, {methods}, {seeds}.";
    }

    private static string ClosenessSection(PaperResult result, SeriesFile published)
    {
        var table = new HtmlTable().Head(
        [
            ("Method", 1, string.Empty),
            ("First cycle, ours − published", 1, string.Empty),
            ($"Mean |difference|, {Closeness.Cycles} cycles", 1, string.Empty),
            ("Largest", 1, string.Empty),
        ]);
        foreach (var method in result.Methods)
        {
            var closeness = Closeness.Of([.. result.First(method).Cycles.Select(c => c.Accuracy)], published.Accuracy[method.Key()]);
            table.Row([
                method.DisplayName(), Format.Signed(closeness.FirstCycle), Format.Fixed(closeness.MeanAbsolute),
                Format.Fixed(closeness.Largest)
            ]);
        }

        return $"<section><h2>How far from the published accuracies (not smoothed)</h2><div class=\"scroll\">{table}</div></section>";
    }

    private static string Undefined(SeriesFile ours)
    {
        var count = ours.GibbsEntropyPreviousBits?.Count(e => e is null) ?? 0;
        return count == 0 ? string.Empty : $"Undefined in {count} cycles, where every measurement falls outside the histogram's range.";
    }

    private static string Pearson(SeriesFile ours, SeriesFile published)
        => string.Join(" ", published.Pearson.Keys.Where(ours.Pearson.ContainsKey).Select(key => string.Create(
            CultureInfo.InvariantCulture,
            $"Correlation with the smoothed accuracy of {MethodOf(key)}: published {published.Pearson[key]:0.0000}, ours {Format.Fixed(ours.Pearson[key])}.")));

    private static string MethodOf(string pearsonKey)
        => PaperMethodNames.All.First(m => pearsonKey.StartsWith(m.Key(), StringComparison.Ordinal)).DisplayName();

    private static string Findings(SeriesFile ours)
    {
        if (ours.Repeats is not { Findings.Length: > 0 } repeats)
        {
            return string.Empty;
        }

        var items = string.Concat(repeats.Findings.Select(f => $"<li>{WebUtility.HtmlEncode(f)}</li>"));
        return $"<section><h2>Which methods can be told apart</h2><p>Paired t-tests over {repeats.Seeds.Length} seeds, corrected by Holm for all comparisons below; the last line is corrected on its own. Level 0.05.</p><ul>{items}</ul></section>";
    }

    private static string Table(PaperResult result, SeriesFile ours, SeriesFile published)
    {
        var table = new HtmlTable()
            .Head([("Cycle", 2, string.Empty), .. result.Methods.Select(m => (m.DisplayName(), 3, m.Key()))])
            .Head([
                ("Sparsity", 1, string.Empty), ("Neurons", 1, string.Empty),
                .. result.Methods.SelectMany(
                    _ => new[] { ("published", 1, string.Empty), ("ours", 1, string.Empty), ("difference", 1, string.Empty) })
            ]);
        foreach (var row in Table1.Rows(ours, published, result.Methods))
        {
            table.Row(
            [
                Format.Fixed(row.Sparsity),
                Format.Count(row.Neurons),
                .. row.Accuracy.SelectMany(
                    a => new[] { Format.Fixed(a.Published), Format.Fixed(a.Ours), Format.Signed(a.Ours - a.Published) }),
            ]);
        }

        return table.ToString();
    }

    private static string Numbers(PaperResult result, SeriesFile ours)
    {
        var rays = ours.MeasurementsPerRay.Length > 0;
        string[] rayHeads = rays ? ["measurements", "rays", "entropy previous (bits)", "entropy next (nats)"] : [];
        var table = new HtmlTable().Head(
        [
            ("Sparsity", 1, string.Empty),
            ("Neurons", 1, string.Empty),
            .. result.Methods.Select(m => (m.DisplayName(), 1, m.Key())),
            .. rayHeads.Select(h => (h, 1, string.Empty)),
        ]);
        for (var cycle = 0; cycle < ours.NeuronsKept.Length; cycle++)
        {
            table.Row(
            [
                Format.Fixed(ours.Sparsity[cycle]),
                Format.Count(ours.NeuronsKept[cycle]),
                .. result.Methods.Select(m => Format.Fixed(ours.Accuracy[m.Key()][cycle])),
                .. rays ? RayCells(ours, cycle) : [],
            ]);
        }

        return table.ToString();
    }

    private static string[] RayCells(SeriesFile ours, int cycle) =>
    [
        Format.Count(ours.MeasurementsPerRay[cycle]),
        Format.Small(ours.WeightRayAbsMeanOverSize[cycle]),
        Format.Fixed(ours.GibbsEntropyPreviousBits?[cycle]),
        Format.Fixed(ours.GibbsEntropyNextNats[cycle]),
    ];
}
