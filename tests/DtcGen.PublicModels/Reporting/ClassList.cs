using System.Globalization;
using System.Text;
using DtcGen.PublicModels.Marking;

namespace DtcGen.PublicModels.Reporting;

/// <summary>A line for each class.</summary>
internal static class ClassList
{
    public static string Render(IReadOnlyList<ClassReport> reports)
    {
        var text = new StringBuilder();
        foreach (var report in reports)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{report.Folder} {report.Name} ({(report.IsWhole ? "whole" : "block")}): {report.Verdict}");
            if ((report.Reason ?? report.Problems.FirstOrDefault()) is { } why)
            {
                text.Append(CultureInfo.InvariantCulture, $": {why.Id} {why.Message} [{why.At}: {why.Text}]");
            }

            if (report.Trial is { } trial)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"; {trial.Outcome} {trial.Reason} ({trial.Arguments}) <- {trial.Inputs}; ");
                text.Append(CultureInfo.InvariantCulture, $"{trial.Groups} groups, {trial.Pinned} pinned");
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
