using System.Globalization;
using System.Text;
using DtcGen.PublicModels.Marking;
using DtcGen.PublicModels.Trials;

namespace DtcGen.PublicModels.Reporting;

/// <summary>Why classes are not measured, or do not pass: each reason with the number of classes that it costs.</summary>
internal static class ReasonTable
{
    /// <summary>The reasons of one kind, the costliest first, in Markdown; empty where there are none.</summary>
    /// <param name="heading">What kind it is.</param>
    /// <param name="reasons">A reason for each class.</param>
    /// <param name="most">How many rows at most.</param>
    public static string Render(string heading, IEnumerable<string> reasons, int most)
    {
        var counted = reasons.GroupBy(ReasonText.Of)
            .Select(static group => (Reason: group.Key, Count: group.Count()))
            .OrderByDescending(static item => item.Count)
            .ThenBy(static item => item.Reason, StringComparer.Ordinal)
            .ToArray();
        if (counted.Length == 0)
        {
            return string.Empty;
        }

        var text = new StringBuilder($"| {heading} | classes |\n| --- | ---: |\n");
        foreach (var (reason, count) in counted.Take(most))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {reason.Replace("|", "\\|", StringComparison.Ordinal)} | {count} |\n");
        }

        if (counted.Length > most)
        {
            var others = counted.Skip(most).Sum(static item => item.Count);
            text.Append(CultureInfo.InvariantCulture, $"| {counted.Length - most} other reasons | {others} |\n");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The reasons of all kinds.</summary>
    public static string RenderAll(IReadOnlyList<ClassReport> reports, int most)
        => Render("not read, but recorded", At(reports, Verdict.Recorded, static report => report.Declined), most)
            + Render("refused when compiled", At(reports, Verdict.Refused, static report => report.Reason), most)
            + Render(
                "generated code that does not compile",
                At(reports, Verdict.Broken, static report => report.Problems.FirstOrDefault()),
                most)
            + Render("refused when run", Ran(reports, Outcome.Refused), most)
            + Render("wrong", Ran(reports, Outcome.Wrong), most)
            + Render("not finished", Ran(reports, Outcome.Unfinished), most)
            + Render("no input found", Ran(reports, Outcome.NoInput), most)
            + Render("not constructed", Ran(reports, Outcome.NotConstructed), most);

    private static IEnumerable<string> At(IEnumerable<ClassReport> reports, Verdict verdict, Func<ClassReport, Problem?> problem)
        => reports.Where(report => report.Verdict == verdict)
            .Select(problem)
            .OfType<Problem>()
            .Select(static problem => $"{problem.Id}: {problem.Message}");

    private static IEnumerable<string> Ran(IReadOnlyList<ClassReport> reports, Outcome outcome)
        => reports.Where(report => report.Trial?.Outcome == outcome).Select(static report => report.Trial!.Reason ?? "unknown");
}
