using System.Globalization;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace DtcGen.Samples.Paper;

/// <summary>The page's figures as SVG, on white so that they read on any page.</summary>
/// <param name="results">What was measured.</param>
internal sealed class FindingsFigures(IReadOnlyDictionary<StudiedReading, PaperResult> results)
{
    private const double LeastAccuracy = 0.7;
    private const double Width = 860;
    private const double Height = 460;

    // Okabe and Ito's colours, which stay apart for colour-blind eyes.
    private static readonly OxyColor[] Colors =
    [
        OxyColor.FromRgb(0x00, 0x72, 0xb2), OxyColor.FromRgb(0xd5, 0x5e, 0x00), OxyColor.FromRgb(0x00, 0x9e, 0x73),
        OxyColor.FromRgb(0xcc, 0x79, 0xa7), OxyColor.FromRgb(0xe6, 0x9f, 0x00), OxyColor.FromRgb(0x40, 0x40, 0x40),
    ];

    /// <summary>Each figure's name and SVG text.</summary>
    public IEnumerable<(string Name, string Svg)> All() =>
    [
        ("published", Methods(StudiedReading.Published, withPaper: true)),
        ("described", Methods(StudiedReading.Described, withPaper: false)),
        ("disagreements", Disagreements()),
    ];

    private static PlotModel NewPlot()
    {
        var plot = new PlotModel { Background = OxyColors.White, DefaultFont = "Arial", PlotAreaBorderColor = OxyColors.LightGray };
        plot.Axes.Add(Axis(AxisPosition.Bottom, "share of neurons removed (sparsity)", 0, 1));
        plot.Axes.Add(Axis(AxisPosition.Left, "test accuracy", LeastAccuracy, 1));
        plot.Legends.Add(new Legend { LegendPosition = LegendPosition.LeftBottom, LegendBorderThickness = 0 });
        return plot;
    }

    private static LinearAxis Axis(AxisPosition position, string title, double least, double most) => new()
    {
        Position = position,
        Title = title,
        Minimum = least,
        Maximum = most,
        MajorGridlineStyle = LineStyle.Solid,
        MajorGridlineColor = OxyColor.FromRgb(0xe6, 0xe6, 0xe6),
    };

    private static string Svg(PlotModel plot)
        => new SvgExporter { Width = Width, Height = Height, TextMeasurer = new SvgText(Width, Height) }
            .ExportToString(plot)
            .ReplaceLineEndings("\n");

    private static void AddBand(PlotModel plot, double[] sparsity, ConfidenceBand[] bands, string title, OxyColor color, bool shade)
    {
        if (shade)
        {
            var area = new AreaSeries
            {
                Color = OxyColors.Transparent,
                Color2 = OxyColors.Transparent,
                Fill = OxyColor.FromAColor(40, color),
                RenderInLegend = false
            };
            area.Points.AddRange(sparsity.Zip(bands, (x, b) => new DataPoint(x, b.Upper)));
            area.Points2.AddRange(sparsity.Zip(bands, (x, b) => new DataPoint(x, b.Lower)));
            plot.Series.Add(area);
        }

        var line = new LineSeries { Title = title, Color = color, StrokeThickness = 2 };
        line.Points.AddRange(sparsity.Zip(bands, (x, b) => new DataPoint(x, b.Mean)));
        plot.Series.Add(line);
    }

    private static void AddPaper(PlotModel plot, PaperMethod method, OxyColor color)
    {
        var published = SeriesJson.Published;
        var points = new LineSeries
        {
            Title = $"{method.DisplayName()}, in the paper",
            Color = color,
            LineStyle = LineStyle.None,
            MarkerType = MarkerType.Circle,
            MarkerSize = 3,
            MarkerFill = OxyColors.Transparent,
            MarkerStroke = color,
        };
        points.Points.AddRange(published.Sparsity.Zip(published.Accuracy[method.Key()], (x, y) => new DataPoint(x, y)));
        plot.Series.Add(points);
    }

    private string Methods(StudiedReading studied, bool withPaper)
    {
        var result = results[studied];
        var sparsity = Sparsity(result);
        var plot = NewPlot();
        foreach (var method in result.Methods)
        {
            var color = Colors[(int)method];
            var title = string.Create(CultureInfo.InvariantCulture, $"{method.DisplayName()}, mean of {result.Seeds.Count} seeds");
            AddBand(plot, sparsity, result.Statistics!.Bands[method], title, color, shade: true);
            if (withPaper)
            {
                AddPaper(plot, method, color);
            }
        }

        return Svg(plot);
    }

    private string Disagreements()
    {
        var plot = NewPlot();
        var color = 0;
        foreach (var studied in StudiedReading.All.Where(s => s != StudiedReading.Described).Append(StudiedReading.Described))
        {
            var result = results[studied];
            AddBand(plot, Sparsity(result), result.Statistics!.Bands[PaperMethod.Dtc], studied.Title, Colors[color++], shade: false);
        }

        return Svg(plot);
    }

    private static double[] Sparsity(PaperResult result) =>
        [.. result.First(PaperMethod.Dtc).Cycles.Select(c => 1 - ((double)c.Neurons / result.StartNeurons))];
}
