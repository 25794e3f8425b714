using System.Text;

namespace DtcGen.Benchmarks;

/// <summary>A table in Markdown: the first column left, the numbers right.</summary>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> rows = [];

    public void Add(params string[] cells)
    {
        if (cells.Length != headings.Length)
        {
            throw new ArgumentException($"A row of {cells.Length} cells does not fit {headings.Length} headings.", nameof(cells));
        }

        rows.Add(cells);
    }

    public override string ToString()
    {
        StringBuilder text = new();
        AppendRow(text, headings);
        AppendRow(text, [.. headings.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (string[] row in rows)
        {
            AppendRow(text, row);
        }

        return text.ToString();
    }

    private static void AppendRow(StringBuilder text, string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
