using System.Globalization;
using System.Net;
using System.Text;

namespace DtcGen;

/// <summary>A pruning's report as one page that needs nothing else, light or dark as the system is.</summary>
internal static class PruneReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; --page: #fff; --card: #f7f8fa; --text: #1c2330; --muted: #566070; --line: #d7dce3; --gone: #d9dee6; --kept: #0b63c4; --lost: #b3541e; --still: #0a7d4f; }
        @media (prefers-color-scheme: dark) { :root { --page: #12161c; --card: #1a2029; --text: #e6eaf0; --muted: #a3adbb; --line: #343d4a; --gone: #333d4a; --kept: #6cb0ff; --lost: #f0a070; --still: #4fd39a; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
        main { max-width: 1000px; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
        h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; }
        h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
        p { color: var(--muted); margin: 0 0 .75rem; font-size: .9rem; }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1rem 0 0; }
        dl div { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: .6rem .9rem; }
        dt { color: var(--muted); font-size: .875rem; }
        dd { margin: 0; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
        dd small { display: block; font-size: .8rem; color: var(--muted); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
        th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: middle; }
        thead th { color: var(--muted); font-weight: 500; }
        tbody th { font-weight: 500; overflow-wrap: anywhere; }
        .number { text-align: right; white-space: nowrap; }
        svg { display: block; width: 100%; min-width: 10rem; height: 1rem; }
        .bar { width: 45%; }
        .gone { fill: var(--gone); } .kept { fill: var(--kept); } .lost { fill: var(--lost); } .still { fill: var(--still); }
        """;

    /// <summary>The page's text.</summary>
    /// <param name="report">What a pruning did.</param>
    public static string Write(PruneReport report)
    {
        var page = new StringBuilder();
        int before = report.Groups.Sum(static group => group.Before), after = report.Groups.Sum(static group => group.After);
        page.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Pruned by {Text(report.Criterion)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <h1>Pruned by {Text(report.Criterion)}</h1>
            <dl>
            {Card(report.Unit, report.CostBefore, report.CostAfter)}
            {Card("neurons that can leave", before, after)}
            </dl>
            {(report.Remark is null ? string.Empty : $"<p>{Text(report.Remark)}</p>")}
            <h2>Neuron groups</h2>
            <p>A bar is as long as the group was wide; what stayed is coloured, neuron by neuron.</p>
            <div class="wide"><table>
            <thead><tr><th scope="col">group</th><th scope="col" class="bar">kept</th><th scope="col" class="number">before</th><th scope="col" class="number">after</th><th scope="col" class="number">scores</th></tr></thead>
            <tbody>

            """);
        var widest = report.Groups.Max(static group => group.Before);
        foreach (var group in report.Groups)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{Text(group.Name)}</th><td class=\"bar\">{Bar(group, widest)}</td><td class=\"number\">{group.Before}</td><td class=\"number\">{group.After}</td><td class=\"number\">{group.LowestScore:G4} to {group.HighestScore:G4}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
        Layers(page, report.Layers);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Layers(StringBuilder page, IReadOnlyList<RefittedLayer> layers)
    {
        if (layers.Count == 0)
        {
            return;
        }

        page.Append("""
            <h2>Layers behind</h2>
            <p>What the clip lost of a layer's output on the batches, as a share of it, and what is still lost after the refit.</p>
            <div class="wide"><table>
            <thead><tr><th scope="col">layer</th><th scope="col" class="bar">lost, and still lost</th><th scope="col" class="number">by the clip</th><th scope="col" class="number">after the refit</th></tr></thead>
            <tbody>

            """);
        var most = layers.Max(static layer => Math.Max(layer.Cut ?? 0, layer.Refitted ?? 0));
        foreach (var layer in layers)
        {
            var numbers = layer is { Cut: { } cut, Refitted: { } refitted }
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"<td class=\"bar\">{Lost(cut, refitted, most)}</td><td class=\"number\">{cut:G4}</td><td class=\"number\">{refitted:G4}</td>")
                : $"<td colspan=\"3\">{Text(layer.Refusal ?? "not refitted")}</td>";
            page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text(layer.Layer)}</th>{numbers}</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
        foreach (var layer in layers.Where(static layer => layer.Loss is not null))
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Text(layer.Layer)}, fitted to the loss: {layer.Loss}</p>\n");
        }
    }

    private static string Card(string name, double before, double after) => string.Create(
        CultureInfo.InvariantCulture,
        $"<div><dt>{Text(name)}</dt><dd>{100 * after / before:0.0} %<small>{before:#,0.##} to {after:#,0.##}</small></dd></div>");

    // Neighbours that stayed are one rectangle.
    private static string Bar(PrunedGroup group, int widest)
    {
        var bar = new StringBuilder();
        bar.Append(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 {widest} 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{group.After} of {group.Before} kept\"><rect class=\"gone\" width=\"{group.Before}\" height=\"1\"/>");
        for (var first = 0; first < group.Kept.Count;)
        {
            var last = first;
            while (last + 1 < group.Kept.Count && group.Kept[last + 1] == group.Kept[last] + 1)
            {
                last++;
            }

            bar.Append(
                CultureInfo.InvariantCulture, $"<rect class=\"kept\" x=\"{group.Kept[first]}\" width=\"{last - first + 1}\" height=\"1\"/>");
            first = last + 1;
        }

        return bar.Append("</svg>").ToString();
    }

    private static string Lost(double cut, double refitted, double most)
    {
        var scale = most > 0 ? 100 / most : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 100 2\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect class=\"lost\" width=\"{cut * scale:0.##}\" height=\"0.9\"/><rect class=\"still\" y=\"1.1\" width=\"{refitted * scale:0.##}\" height=\"0.9\"/></svg>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
