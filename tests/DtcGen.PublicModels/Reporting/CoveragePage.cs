using System.Globalization;
using DtcGen.PublicModels.Marking;
using DtcGen.PublicModels.Trials;

namespace DtcGen.PublicModels.Reporting;

/// <summary>The page of counts: names of repositories and kinds of reasons, and nothing else of other people's code.</summary>
internal static class CoveragePage
{
    private const int MostReasons = 15;

    public static void Write(FileInfo? file, IReadOnlyList<ClassReport> reports)
    {
        if (file is not null)
        {
            File.WriteAllText(file.FullName, Render(reports));
        }
    }

    private static string Render(IReadOnlyList<ClassReport> reports)
    {
        var compiled = reports.Where(static report => report.Verdict != Verdict.NotCompiled).ToArray();
        var taken = compiled.Count(static report => report.Verdict is Verdict.Read or Verdict.Recorded);
        var run = compiled
            .Where(static report => report is { IsWhole: true, Trial.Outcome: not (Outcome.NotConstructed or Outcome.NoInput) })
            .ToArray();
        var passed = run.Count(static report => report.Trial!.Outcome == Outcome.Passes);
        string[] parts =
        [
            "# What is covered",
            "How much of other people's code DtcGen handles: every module class in the public repositories below was marked in turn, "
                + "the generator run, and the class compiled. Where small numbers that construct it and an input that it takes were found "
                + "by trying, it was recorded, exported, compared under ONNX Runtime at two batch sizes, and each of its neuron groups was "
                + "clipped beside the same model with those neurons masked.",
            $"- Of {compiled.Length} classes that compile here, {taken} are read or recorded: {Share(taken, compiled.Length)}.\n"
                + $"- Of {run.Length} whole models that could be constructed and run, {passed} pass parity and every clip exactly: "
                + $"{Share(passed, run.Length)}.\n"
                + $"- Wrong without a word: {compiled.Count(static report => report.Trial?.Outcome == Outcome.Wrong)}.",
            "A whole model is a module class that no other module class of its repository holds or makes; the others are blocks. Classes "
                + "that do not compile refer to packages that are not there, or to an older TorchSharp; arguments whose names "
                + "TorchSharp has changed since are renamed. Generated code that does not compile counts as broken.",
            CoverageTable.Render(reports).TrimEnd(),
            "## Why",
            ReasonTable.RenderAll(reports, MostReasons).TrimEnd(),
            "## The command",
            "```sh\ndotnet run -c Release --project tests/DtcGen.PublicModels -- FOLDER... --out docs/coverage.md\n```",
            "A folder holds the sources of one repository. Classes run in processes of their own, with limits of time and memory; "
                + "`--details` prints each class, `--json` writes all that is known of it.",
        ];
        return string.Join("\n\n", parts.Where(static part => part.Length > 0)) + "\n";
    }

    private static string Share(int part, int of)
        => of == 0 ? "none" : (100.0 * part / of).ToString("0", CultureInfo.InvariantCulture) + " %";
}
