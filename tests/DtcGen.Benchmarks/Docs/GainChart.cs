using System.Globalization;
using System.Text;

namespace DtcGen.Benchmarks;

/// <summary>
/// The picture of README's first screen, drawn from the table of the main job: each figure of the dense network beside the
/// pruned one's.
/// </summary>
internal static class GainChart
{
    /// <summary>The table's marked block.</summary>
    public const string Table = "mnist";

    /// <summary>The picture, from the repository's root.</summary>
    public const string Path = "docs/gain.svg";

    private const int BarLeft = 190;
    private const int BarWidth = 420;
    private const int RowHeight = 46;
    private const int BarHeight = 13;
    private const int Top = 40;

    private static readonly string[] Rows =
        ["parameters", "ONNX file, bytes", "latency at batch 1, ms", "latency at batch 512, ms", "accuracy"];

    /// <param name="table">The table in Markdown: what, dense, pruned, and their ratio.</param>
    /// <exception cref="InvalidDataException">It lacks a row.</exception>
    public static string Render(string table)
    {
        var cells = table.Split('\n').Select(static line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(static row => row.Length == 6).ToArray();
        var height = Top + (Rows.Length * RowHeight);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {{height}}" font-family="system-ui, sans-serif"
                 font-size="14" role="img" aria-labelledby="t d">
              <title id="t">The dense network beside the pruned one</title>
              <desc id="d">Bars for each row of the table under "What comes out", each row to a scale of its own.</desc>
              <style>
                :root { color-scheme: light dark; }
                text { fill: #1c2430; }
                .small { font-size: 12px; fill: #4a5a73; }
                .dense { fill: #b4bfce; }
                .pruned { fill: #2557a7; }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e7ecf3; }
                  .small { fill: #aab8cc; }
                  .dense { fill: #5b6a80; }
                  .pruned { fill: #7fb0ff; }
                }
              </style>
              <rect class="dense" x="{{BarLeft}}" y="12" width="12" height="12"/>
              <text class="small" x="{{BarLeft + 18}}" y="22">dense</text>
              <rect class="pruned" x="{{BarLeft + 80}}" y="12" width="12" height="12"/>
              <text class="small" x="{{BarLeft + 98}}" y="22">pruned</text>

            """);
        for (var i = 0; i < Rows.Length; i++)
        {
            var row = Array.Find(cells, cell => cell[1] == Rows[i]) ?? throw new InvalidDataException($"The table has no row '{Rows[i]}'.");
            AppendRow(text, Top + (i * RowHeight), row);
        }

        return text.Append("</svg>\n").Replace("\r\n", "\n").ToString();
    }

    private static void AppendRow(StringBuilder text, int y, string[] row)
    {
        var (dense, pruned) = (Number(row[2]), Number(row[3]));
        var longest = Math.Max(dense, pruned);
        text.Append(CultureInfo.InvariantCulture, $"""
              <text x="{BarLeft - 12}" y="{y + BarHeight + 6}" text-anchor="end">{row[1]}</text>
            {Bar("dense", y, dense / longest, row[2])}
            {Bar("pruned", y + BarHeight + 2, pruned / longest, row[3])}

            """);
    }

    private static string Bar(string name, int y, double share, string label)
    {
        var width = share * BarWidth;
        return string.Create(CultureInfo.InvariantCulture, $"""
              <rect class="{name}" x="{BarLeft}" y="{y}" width="{width:0.#}" height="{BarHeight}"/>
              <text class="small" x="{BarLeft + width + 8:0.#}" y="{y + BarHeight - 2}">{label}</text>
            """);
    }

    private static double Number(string text)
        => double.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
