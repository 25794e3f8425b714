using System.Globalization;
using System.Net;
using System.Text;
using DtcGen.Reports;

namespace DtcGen.Sweeps;

/// <summary><c>merged.html</c>: everything on one page that needs no other file.</summary>
internal static class MergedPage
{
    /// <summary>The file's text.</summary>
    /// <param name="merged">What was merged.</param>
    public static string Of(MergedSweep merged) => Template.Fill(Resource.Text("merged.html"), new Dictionary<string, string>
    {
        ["title"] = Escape(merged.Sweep.Name),
        ["style"] = Resource.Text("merged.css"),
        ["cells"] = Cells(merged),
        ["remarks"] = string.Concat(Builds.Remarks(merged.Results).Select(static r => $"<p class=\"remark\">{Escape(r)}</p>\n")),
        ["figures"] = string.Concat(
            [.. merged.Names.Select(name => Figure(merged, name)), .. merged.SeriesNames.Select(name => Series(merged, name))]),
        ["failed"] = Failed(merged),
        ["origin"] = Origin(merged),
    }).ReplaceLineEndings("\n");

    private static string Cells(MergedSweep merged)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{merged.Done.Count()} of {merged.Sweep.Grid.Count} cells done, {merged.Failed.Count} failed, {merged.Missing.Count} missing");
        return Escape(merged.Missing.Count == 0 ? text : $"{text} ({CellList.Format(merged.Missing)})");
    }

    private static string Figure(MergedSweep merged, string name)
    {
        var figures = merged.Figures(name);
        var html = new StringBuilder($"<section>\n<h2>{Escape(name)}</h2>\n");
        html.Append(Legend(merged)).Append(Curves(merged, name, figures));
        html.Append(SvgPlot.Rows(
            $"{name}: mean and 95 % band of each setting",
            [.. figures.Select(f => (Label(f.Group.Label), Colour(merged, f.Group), f))]));
        html.Append(Table(
            [.. merged.Sweep.Axes.Where(static a => !a.IsSeeds).Select(static a => a.Name)],
            ["n", "mean", "lower", "upper"],
            figures.Select(static f => (
                f.Group.Values.Select(static v => v.Text),
                new[] { f.Band.Mean, f.Band.Lower, f.Band.Upper }.Select(SvgPlot.Number).Prepend(Count(f.Values.Count))))));
        return html.Append(Tests(merged, name)).Append("</section>\n").ToString();
    }

    // Over the first axis of numbers that is not compared, one plot for each setting of the others.
    private static string Curves(MergedSweep merged, string name, IReadOnlyList<MergedFigure> figures)
    {
        var across = merged.Sweep.Axes.FirstOrDefault(a => a is { IsSeeds: false, IsNumeric: true, Count: > 1 } && a != merged.Compared);
        if (across is null)
        {
            return string.Empty;
        }

        var html = new StringBuilder();
        foreach (var setting in figures.GroupBy(f => f.Group.LabelWithout(across.Name, merged.Compared?.Name)))
        {
            Caption(html, setting.Key);
            html.Append(SvgPlot.Lines($"{name} over {across.Name}, mean and 95 % band. {setting.Key}", across.Name, [
                .. setting.GroupBy(f => Colour(merged, f.Group)).Select(line => (
                    line.First().Group.LabelWithout(across.Name),
                    line.Key,
                    (IReadOnlyList<(double, ConfidenceBand)>)
                    [
                        .. line.Select(f => (X: Convert.ToDouble(f.Group[across.Name].Value, CultureInfo.InvariantCulture), f.Band))
                            .OrderBy(static p => p.X),
                    ])),
            ]));
        }

        return html.ToString();
    }

    private static string Series(MergedSweep merged, string name)
    {
        var html = new StringBuilder($"<section>\n<h2>{Escape(name)}</h2>\n").Append(Legend(merged));
        foreach (var setting in merged.Series(name).GroupBy(s => s[0].Group.LabelWithout(merged.Compared?.Name)))
        {
            Caption(html, setting.Key);
            html.Append(SvgPlot.Lines($"{name}, point by point, mean and 95 % band. {setting.Key}", "index", [
                .. setting.Select(points => (
                    points[0].Group.Label,
                    Colour(merged, points[0].Group),
                    (IReadOnlyList<(double, ConfidenceBand)>)[.. points.Select(static (p, i) => ((double)i, p.Band))])),
            ]));
        }

        return html.Append("</section>\n").ToString();
    }

    private static string Tests(MergedSweep merged, string name)
    {
        var tests = merged.Tests(name);
        if (tests.Count == 0)
        {
            return string.Empty;
        }

        return $"<h3>{Escape(merged.Compared!.Name)} against each other</h3>\n<p class=\"hint\">Paired by seed, Student's t, two-sided; p by Holm for all {Count(tests.Count)} tests of this table. Told apart below {MergedTest.Level.ToString(CultureInfo.InvariantCulture)}.</p>\n"
            + Table(
                ["at", "first", "second"],
                ["pairs", "first - second", "lower", "upper", "p by Holm"],
                tests.Select(static t => (
                    new[] { t.At.Length == 0 ? "mean over all" : t.At, t.First, t.Second }.AsEnumerable(),
                    new[]
                    {
                        Count(t.Pairs),
                        SvgPlot.Number(t.Difference.Mean),
                        SvgPlot.Number(t.Difference.Lower),
                        SvgPlot.Number(t.Difference.Upper),
                        t.Corrected < 0.0001 ? "< 0.0001" : double.IsNaN(t.Corrected) ? "undefined" : t.Corrected.ToString("0.0000", CultureInfo.InvariantCulture),
                    }.AsEnumerable())),
                [.. tests.Select(static t => t.IsSignificant)]);
    }

    private static string Failed(MergedSweep merged) => merged.Failed.Count == 0 ? string.Empty
        : "<section>\n<h2>Cells that failed</h2>\n" + Table(
            ["cell", "setting", "error"],
            [],
            merged.Failed.Select(r => (
                new[] { Count(r.Number), $"{merged.Sweep.Grid[r.Number]}", r.Error! }.AsEnumerable(),
                Enumerable.Empty<string>()))) + "</section>\n";

    private static string Origin(MergedSweep merged) => Table(
        ["program", "version", "host", "system"],
        ["cells", "hours"],
        merged.Results.GroupBy(static r => (r.Origin.Program, r.Origin.Version, r.Origin.Host, r.Origin.Platform)).Select(static g => (
            new[] { g.Key.Program, g.Key.Version, g.Key.Host, g.Key.Platform }.AsEnumerable(),
            new[] { Count(g.Count()), (g.Sum(static r => r.Seconds) / 3600).ToString("0.000", CultureInfo.InvariantCulture) }.AsEnumerable())));

    private static string Legend(MergedSweep merged) => merged.Compared is null ? string.Empty
        : $"<p class=\"legend\">{Escape(merged.Compared.Name)}: {string.Join(' ', merged.Compared.Texts.Select(static (text, i) => $"<span class=\"{SvgPlot.Colour(i)}\">{Escape(text)}</span>"))}</p>\n";

    private static int Colour(MergedSweep merged, MergedGroup group)
        => merged.Compared is { } axis ? axis.Texts.ToList().IndexOf(group[axis.Name].Text) : 0;

    private static string Label(string label) => label.Length == 0 ? "all" : label;

    private static void Caption(StringBuilder html, string setting)
    {
        if (setting.Length > 0)
        {
            html.Append("<h3>").Append(Escape(setting)).Append("</h3>\n");
        }
    }

    private static string Table(
        IReadOnlyList<string> texts,
        IReadOnlyList<string> numbers,
        IEnumerable<(IEnumerable<string> Texts, IEnumerable<string> Numbers)> rows,
        IReadOnlyList<bool>? strong = null)
    {
        var html = new StringBuilder("<div class=\"scroll\"><table>\n<thead><tr>")
            .AppendJoin(string.Empty, texts.Select(static t => $"<th scope=\"col\">{Escape(t)}</th>"))
            .AppendJoin(string.Empty, numbers.Select(static t => $"<th scope=\"col\" class=\"number\">{Escape(t)}</th>"))
            .Append("</tr></thead>\n<tbody>\n");
        foreach (var (row, index) in rows.Select(static (row, index) => (row, index)))
        {
            html.Append(strong?[index] == true ? "<tr class=\"strong\">" : "<tr>")
                .AppendJoin(string.Empty, row.Texts.Select(static t => $"<td>{Escape(t)}</td>"))
                .AppendJoin(string.Empty, row.Numbers.Select(static t => $"<td class=\"number\">{Escape(t)}</td>"))
                .Append("</tr>\n");
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    private static string Count(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
