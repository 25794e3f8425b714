using System.Globalization;
using System.Net;
using System.Text;

namespace DtcGen.Sweeps;

/// <summary>Plots as SVG inside of a page, whose style gives them their colours.</summary>
internal static class SvgPlot
{
    private const int Colours = 6;
    private const double Width = 680;
    private const double RowHeight = 26;
    private const double LineHeight = 300;
    private const double Margin = 12;
    private const double AxisHeight = 34;
    private const double LetterWidth = 7;
    private const double MostLabel = 300;
    private const int Ticks = 5;

    /// <summary>The class that gives a line its colour.</summary>
    /// <param name="number">The line's number.</param>
    public static string Colour(int number) => string.Create(CultureInfo.InvariantCulture, $"c{number % Colours}");

    /// <summary>A row for each label: the mean, its band, and the single values.</summary>
    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <param name="rows">Label, colour's number, and figure.</param>
    public static string Rows(string title, IReadOnlyList<(string Label, int Colour, MergedFigure Figure)> rows)
    {
        var scale = Scale.Around(rows.SelectMany(static r => r.Figure.Values.Select(static v => v.Value)
            .Append(r.Figure.Band.Lower).Append(r.Figure.Band.Upper)));
        if (scale is null)
        {
            return "<p class=\"hint\">No finite value to draw.</p>";
        }

        var left = Math.Min(MostLabel, (rows.Max(static r => r.Label.Length) * LetterWidth) + Margin);
        var height = (rows.Count * RowHeight) + AxisHeight;
        double X(double value) => left + (scale.Share(value) * (Width - left - Margin));
        var svg = Begin(title, height);
        AddXAxis(svg, scale, X, height - AxisHeight, null);
        for (var i = 0; i < rows.Count; i++)
        {
            var (label, colour, figure) = rows[i];
            var y = (i + 0.5) * RowHeight;
            Add(svg, $"<g class=\"{Colour(colour)}\"><title>{Escape(label)}: {Escape(Describe(figure))}</title>");
            Add(svg, $"<text class=\"label\" x=\"{left - 8:0.#}\" y=\"{y + 4:0.#}\">{Escape(Shorten(label, left))}</text>");
            foreach (var (_, value) in figure.Values.Where(static v => double.IsFinite(v.Value)))
            {
                Add(svg, $"<circle class=\"single\" cx=\"{X(value):0.##}\" cy=\"{y:0.#}\" r=\"3\"/>");
            }

            if (double.IsFinite(figure.Band.Lower) && double.IsFinite(figure.Band.Upper))
            {
                Add(svg, $"<line class=\"interval\" x1=\"{X(figure.Band.Lower):0.##}\" x2=\"{X(figure.Band.Upper):0.##}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            }

            if (double.IsFinite(figure.Band.Mean))
            {
                Add(svg, $"<circle class=\"mean\" cx=\"{X(figure.Band.Mean):0.##}\" cy=\"{y:0.#}\" r=\"4.5\"/>");
            }

            Add(svg, $"</g>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A line for each label, with its band.</summary>
    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <param name="xLabel">What runs from left to right.</param>
    /// <param name="lines">Label, colour's number, and points.</param>
    public static string Lines(
        string title, string xLabel, IReadOnlyList<(string Label, int Colour, IReadOnlyList<(double X, ConfidenceBand Band)> Points)> lines)
    {
        var points = lines.SelectMany(static l => l.Points).Where(static p => double.IsFinite(p.Band.Mean)).ToArray();
        var across = Scale.Around(points.Select(static p => p.X), exact: true);
        var up = Scale.Around(points.SelectMany(static p => new[] { p.Band.Mean, p.Band.Lower, p.Band.Upper }));
        if (across is null || up is null)
        {
            return "<p class=\"hint\">No finite value to draw.</p>";
        }

        var left = (up.Ticks(Ticks).Max(static t => Number(t).Length) * LetterWidth) + Margin;
        var bottom = LineHeight - AxisHeight - 8;
        double X(double value) => left + (across.Share(value) * (Width - left - Margin));
        double Y(double value) => bottom - (up.Share(value) * (bottom - Margin));
        var svg = Begin(title, LineHeight);
        AddXAxis(svg, across, X, bottom, xLabel);
        foreach (var tick in up.Ticks(Ticks))
        {
            Add(svg, $"<line class=\"grid\" x1=\"{left:0.#}\" x2=\"{Width - Margin:0.#}\" y1=\"{Y(tick):0.##}\" y2=\"{Y(tick):0.##}\"/>");
            Add(svg, $"<text class=\"label\" x=\"{left - 6:0.#}\" y=\"{Y(tick) + 4:0.##}\">{Number(tick)}</text>");
        }

        foreach (var (label, colour, all) in lines)
        {
            var drawn = all.Where(static p => double.IsFinite(p.Band.Mean)).ToArray();
            var band = drawn.Where(static p => double.IsFinite(p.Band.Lower) && double.IsFinite(p.Band.Upper)).ToArray();
            Add(svg, $"<g class=\"{Colour(colour)}\"><title>{Escape(label)}</title>");
            if (band.Length > 1)
            {
                var edge = band.Select(p => Point(X(p.X), Y(p.Band.Upper)))
                    .Concat(Enumerable.Reverse(band).Select(p => Point(X(p.X), Y(p.Band.Lower))));
                Add(svg, $"<polygon class=\"band\" points=\"{string.Join(' ', edge)}\"/>");
            }

            Add(svg, $"<polyline class=\"line\" points=\"{string.Join(' ', drawn.Select(p => Point(X(p.X), Y(p.Band.Mean))))}\"/>");
            foreach (var point in drawn.Length <= 30 ? drawn : [])
            {
                Add(svg, $"<circle class=\"mean\" cx=\"{X(point.X):0.##}\" cy=\"{Y(point.Band.Mean):0.##}\" r=\"3\"/>");
            }

            Add(svg, $"</g>");
        }

        return svg.Append("</svg>").ToString();
    }

    /// <summary>A number as the page shows it: six digits.</summary>
    /// <param name="value">The number.</param>
    public static string Number(double value) => double.IsNaN(value) ? "undefined" : value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Describe(MergedFigure figure)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"{Number(figure.Band.Mean)} [{Number(figure.Band.Lower)}, {Number(figure.Band.Upper)}], n = {figure.Values.Count}");

    private static StringBuilder Begin(string title, double height) => new StringBuilder().Append(
        CultureInfo.InvariantCulture,
        $"<svg viewBox=\"0 0 {Width} {height:0.#}\" role=\"img\" aria-label=\"{Escape(title)}\">");

    private static void AddXAxis(StringBuilder svg, Scale scale, Func<double, double> x, double bottom, string? label)
    {
        foreach (var tick in scale.Ticks(Ticks))
        {
            Add(svg, $"<line class=\"grid\" x1=\"{x(tick):0.##}\" x2=\"{x(tick):0.##}\" y1=\"0\" y2=\"{bottom:0.#}\"/>");
            Add(svg, $"<text class=\"tick\" x=\"{x(tick):0.##}\" y=\"{bottom + 16:0.#}\">{Number(tick)}</text>");
        }

        if (label is not null)
        {
            Add(svg, $"<text class=\"tick\" x=\"{Width / 2:0.#}\" y=\"{bottom + 34:0.#}\">{Escape(label)}</text>");
        }
    }

    private static void Add(StringBuilder svg, FormattableString part)
        => svg.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Point(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##}");

    private static string Shorten(string label, double width)
    {
        var most = (int)((width - Margin) / LetterWidth);
        return label.Length <= most ? label : $"{label[..(most - 1)]}…";
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
