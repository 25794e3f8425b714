using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary>Prints what came out of the experiment.</summary>
internal static class PaperSummary
{
    private const int PlainWidth = 1000;

    /// <summary>Prints Table 1, the distance from the published numbers, the correlations and the findings.</summary>
    /// <param name="console">Where it goes.</param>
    /// <param name="result">What was measured.</param>
    /// <param name="ours">The same as series.</param>
    /// <param name="published">The published series.</param>
    public static void Print(IAnsiConsole console, PaperResult result, SeriesFile ours, SeriesFile published)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            // A file has no width: nothing is to be wrapped.
            console.Profile.Width = PlainWidth;
        }

        console.WriteLine();
        console.WriteLine("Table 1, all cycles: accuracy smoothed by LOWESS, in the paper, ours, and the difference.");
        console.WriteLine(MethodHeadings(result));
        console.Write(AccuracyTable(result, ours, published));
        console.WriteLine($"Distance from the published accuracies, not smoothed, over the first {Closeness.Cycles} cycles.");
        console.Write(ClosenessTable(result, published));
        foreach (var key in published.Pearson.Keys.Where(ours.Pearson.ContainsKey))
        {
            console.WriteLine(
                $"Pearson correlation {key}: paper {Format.Fixed(published.Pearson[key])}, ours {Format.Fixed(ours.Pearson[key])}");
        }

        var undefined = ours.GibbsEntropyPreviousBits?.Count(e => e is null) ?? 0;
        if (undefined > 0)
        {
            console.WriteLine(
                $"The previous layer's Gibbs entropy is undefined in {undefined} cycles: every measurement falls outside the histogram.");
        }

        if (ours.Repeats is { Findings.Length: > 0 } repeats)
        {
            console.WriteLine();
            console.WriteLine($"Paired t-tests over {repeats.Seeds.Length} seeds, Holm-corrected, level 0.05:");
            foreach (var finding in repeats.Findings)
            {
                console.WriteLine($"- {finding}");
            }
        }
    }

    // Over the three columns of each method; the table's cells are as wide as its headings and one space apart.
    private static string MethodHeadings(PaperResult result)
        => new string(' ', "sparsity left ".Length)
            + string.Concat(result.Methods.Select(
                m => m.DisplayName().PadLeft(" paper   ours".Length).PadRight(" paper   ours    diff ".Length))).TrimEnd();

    private static Table AccuracyTable(PaperResult result, SeriesFile ours, SeriesFile published)
    {
        var table = New("sparsity", "left");
        foreach (var _ in result.Methods)
        {
            AddColumns(table, " paper", "  ours", "   diff");
        }

        foreach (var row in Table1.Rows(ours, published, result.Methods))
        {
            table.AddRow(
            [
                Format.Fixed(row.Sparsity),
                Format.Count(row.Neurons),
                .. row.Accuracy.SelectMany(
                    a => new[] { Format.Fixed(a.Published), Format.Fixed(a.Ours), Format.Signed(a.Ours - a.Published) }),
            ]);
        }

        return table;
    }

    private static Table ClosenessTable(PaperResult result, SeriesFile published)
    {
        var table = New("method", "first cycle", "mean |diff|", "largest");
        foreach (var method in result.Methods)
        {
            var closeness = Closeness.Of([.. result.First(method).Cycles.Select(c => c.Accuracy)], published.Accuracy[method.Key()]);
            table.AddRow(
                method.DisplayName(),
                Format.Signed(closeness.FirstCycle),
                Format.Fixed(closeness.MeanAbsolute),
                Format.Fixed(closeness.Largest));
        }

        return table;
    }

    private static Table New(params string[] columns)
    {
        var table = new Table { Border = TableBorder.None };
        AddColumns(table, columns);
        return table;
    }

    private static void AddColumns(Table table, params string[] columns)
    {
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)).RightAligned().NoWrap().PadLeft(0).PadRight(1));
        }
    }
}
