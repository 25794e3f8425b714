using System.Globalization;
using System.Text;
using DtcGen.PublicModels.Marking;
using DtcGen.PublicModels.Trials;

namespace DtcGen.PublicModels.Reporting;

/// <summary>What is wrong with the classes that are, for who mends it.</summary>
internal static class WrongList
{
    public static string Render(IReadOnlyList<ClassReport> reports)
    {
        var text = new StringBuilder();
        foreach (var report in reports.Where(static report => report.Verdict == Verdict.Broken))
        {
            var problem = report.Problems[0];
            text.Append(CultureInfo.InvariantCulture, $"BROKEN {report.Key}: {problem.Id} {problem.Message}\n");
            text.Append(CultureInfo.InvariantCulture, $"    {problem.At}: {problem.Text}\n");
        }

        foreach (var report in reports.Where(static report => report.Trial?.Outcome is Outcome.Wrong or Outcome.Unfinished))
        {
            var trial = report.Trial!;
            var outcome = trial.Outcome.ToString().ToUpperInvariant();
            text.Append(CultureInfo.InvariantCulture, $"{outcome} {report.Key} ({report.Verdict}, {report.File}): {trial.Reason}\n");
            text.Append(CultureInfo.InvariantCulture, $"    ({trial.Arguments}) <- {trial.Inputs}\n");
            foreach (var line in (trial.Detail ?? string.Empty).Split('\n').Take(6))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {line.Trim()}\n");
            }
        }

        return text.ToString();
    }
}
