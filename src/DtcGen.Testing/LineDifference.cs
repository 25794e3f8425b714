using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace DtcGen.Testing;

/// <summary>The lines that differ, with a few around them.</summary>
internal static class LineDifference
{
    private const int Around = 3;
    private const int MostLines = 60;

    public static string Of(string before, string after)
    {
        var lines = InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false).Lines;
        var text = new StringBuilder();
        var last = -1;
        var shown = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines.Skip(Math.Max(0, i - Around)).Take((2 * Around) + 1).Any(static line => line.Type != ChangeType.Unchanged))
            {
                continue;
            }

            if (shown++ == MostLines)
            {
                return text.Append("… and more").ToString();
            }

            if (i != last + 1)
            {
                text.Append("…\n");
            }

            last = i;
            text.Append(lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " })
                .Append(lines[i].Text)
                .Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }
}
