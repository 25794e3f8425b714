using System.Globalization;
using System.Text;
using DtcGen.PublicModels.Marking;
using DtcGen.PublicModels.Trials;

namespace DtcGen.PublicModels.Reporting;

/// <summary>A row of counts for each folder.</summary>
internal static class CoverageTable
{
    // The columns from here on are of what running a class showed.
    private const int OfTrials = 6;

    private static readonly (string Heading, Func<ClassReport, bool> Counts)[] Columns =
    [
        ("classes", static _ => true),
        ("compile", Compiles),
        ("read", static report => report.Verdict == Verdict.Read),
        ("recorded", static report => report.Verdict == Verdict.Recorded),
        ("refused", static report => report.Verdict == Verdict.Refused),
        ("broken", static report => report.Verdict == Verdict.Broken),
        ("constructed", static report => report.Trial is { Outcome: not Outcome.NotConstructed }),
        ("run", static report => report.Trial is { Outcome: not (Outcome.NotConstructed or Outcome.NoInput) }),
        ("passed", static report => report.Trial is { Outcome: Outcome.Passes }),
        ("refused at run time", static report => report.Trial is { Outcome: Outcome.Refused }),
        ("wrong", static report => report.Trial is { Outcome: Outcome.Wrong }),
    ];

    /// <summary>The table, in Markdown.</summary>
    public static string Render(IReadOnlyList<ClassReport> reports)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| folder | {string.Join(" | ", Columns.Select(static column => column.Heading))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| --- |{string.Concat(Columns.Select(static _ => " ---: |"))}\n");
        foreach (var folder in reports.GroupBy(static report => report.Folder))
        {
            Row(text, folder.Key.Replace('+', '/'), [.. folder]);
        }

        Row(text, "whole models", [.. reports.Where(static report => report.IsWhole)]);
        Row(text, "blocks", [.. reports.Where(static report => Compiles(report) && !report.IsWhole)]);
        Row(text, "all", reports);
        return text.ToString();
    }

    private static bool Compiles(ClassReport report) => report.Verdict != Verdict.NotCompiled;

    private static void Row(StringBuilder text, string name, IReadOnlyList<ClassReport> reports)
    {
        // A folder of which no class was run says so: a nought would say that none could be.
        var isRun = reports.Any(static report => report.Trial is not null);
        var cells = Columns.Select((column, i) => isRun || i < OfTrials
            ? reports.Count(column.Counts).ToString(CultureInfo.InvariantCulture)
            : "not run");
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {string.Join(" | ", cells)} |\n");
    }
}
