using System.Globalization;
using System.Text;

namespace DtcGen.Sweeps;

/// <summary>The merged figures, and those of each cell, as comma-separated values (RFC 4180, with line feeds).</summary>
internal static class MergedCsv
{
    private static readonly char[] Special = [',', '"'];

    /// <summary><c>merged.csv</c>: a row for each group and single figure.</summary>
    /// <param name="merged">What was merged.</param>
    public static string Groups(MergedSweep merged)
    {
        var text = new StringBuilder();
        Append(text, [.. merged.Sweep.Axes.Where(static a => !a.IsSeeds).Select(static a => a.Name), "figure", "n", "mean", "lower", "upper"]);
        foreach (var figure in merged.Names.SelectMany(name => merged.Figures(name).Select(figure => (Name: name, Figure: figure))))
        {
            var (count, band) = (figure.Figure.Values.Count, figure.Figure.Band);
            Append(
                text,
                [
                    .. figure.Figure.Group.Values.Select(static v => v.Text),
                    figure.Name,
                    count.ToString(CultureInfo.InvariantCulture),
                    Number(band.Mean),
                    Number(band.Lower),
                    Number(band.Upper),
                ]);
        }

        return text.ToString();
    }

    /// <summary><c>cells.csv</c>: a row for each figure of each cell; those of a series are counted from 0.</summary>
    /// <param name="merged">What was merged.</param>
    public static string Cells(MergedSweep merged)
    {
        var text = new StringBuilder();
        Append(text, ["cell", .. merged.Sweep.Axes.Select(static a => a.Name), "figure", "index", "value"]);
        foreach (var result in merged.Done)
        {
            string[] cell =
            [
                result.Number.ToString(CultureInfo.InvariantCulture), .. merged.Sweep.Grid[result.Number].Values.Select(static v => v.Text),
            ];
            foreach (var name in result.Figures!)
            {
                if (result.Figures.Single.TryGetValue(name, out var single))
                {
                    Append(text, [.. cell, name, string.Empty, Number(single)]);
                    continue;
                }

                foreach (var (value, index) in result.Figures.Series[name].Select(static (value, index) => (value, index)))
                {
                    Append(text, [.. cell, name, index.ToString(CultureInfo.InvariantCulture), Number(value)]);
                }
            }
        }

        return text.ToString();
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, IEnumerable<string> fields)
        => text.AppendJoin(',', fields.Select(static f => f.IndexOfAny(Special) < 0 ? f : $"\"{f.Replace("\"", "\"\"")}\"")).Append('\n');
}
