using System.Globalization;
using System.Text;
using DtcGen.IO;

namespace DtcGen;

/// <summary>What a pruning did. Its text is a table.</summary>
/// <param name="Criterion">The criterion's name.</param>
/// <param name="Unit">What the budget counts.</param>
/// <param name="CostBefore">How much of it there was.</param>
/// <param name="CostAfter">How much of it is left.</param>
/// <param name="Groups">Each group, in the model's order.</param>
/// <param name="Layers">
/// Each layer that lost inputs, where there were batches and it was to be refitted, and the one that was fitted to the loss.
/// </param>
public sealed record PruneReport(
    string Criterion,
    string Unit,
    double CostBefore,
    double CostAfter,
    IReadOnlyList<PrunedGroup> Groups,
    IReadOnlyList<RefittedLayer> Layers)
{
    /// <summary>Why less is left than was allowed, where that has a reason; null where there is nothing to say.</summary>
    public string? Remark { get; init; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        Write(
            text,
            Groups.Select(static group => new[]
            {
                group.Name, Text(group.Before), Text(group.After), $"{Text(group.LowestScore)} to {Text(group.HighestScore)}",
            }).Prepend(["group", "before", "after", $"score ({Criterion})"]));
        if (Layers.Count > 0)
        {
            text.Append('\n');
            Write(
                text,
                Layers.Select(static layer => new[] { layer.Layer, Text(layer.Cut), layer.Refusal ?? Text(layer.Refitted) })
                    .Prepend(["layer behind", "lost by the clip", "after the refit"]));
            foreach (var layer in Layers.Where(static layer => layer.Loss is not null))
            {
                text.Append($"{layer.Layer}, fitted to the loss: {layer.Loss}\n");
            }
        }

        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{Unit}: {CostBefore:#,0.##} to {CostAfter:#,0.##} ({100 * CostAfter / CostBefore:0.0} %)\n");
        if (Remark is not null)
        {
            text.Append(Remark).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// Writes the report as one page that needs nothing else, with the groups as bars. An existing file is replaced only when the new one
    /// is whole.
    /// </summary>
    /// <param name="path">The page's file.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void WriteHtml(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        WholeFile.WriteText(path, PruneReportPage.Write(this));
    }

    private static void Write(StringBuilder text, IEnumerable<string[]> lines)
    {
        var rows = lines.ToArray();
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            // Names to the left, numbers to the right.
            text.AppendJoin("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])));
            text.Append('\n');
        }
    }

    private static string Text(double? number) => number?.ToString("G4", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
