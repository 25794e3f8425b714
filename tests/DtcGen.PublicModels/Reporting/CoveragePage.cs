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
        var run = compiled.Where(
            static report => report is { IsWhole: true, Trial.Outcome: not (Outcome.NotConstructed or Outcome.NoInput) }).ToArray();
        return $"""
            # What is covered

            How much of other people's code DtcGen handles: every module class in the public repositories below was marked in turn, the generator run, and the class compiled. Where small numbers that construct it and an input that it takes were found by trying, it was recorded, exported, compared under ONNX Runtime at two batch sizes, and each of its neuron groups was clipped beside the same model with those neurons masked.

            - Of {compiled.Length} classes that compile here, {taken} are read or recorded: {Share(taken, compiled.Length)}.
            - Of {run.Length} whole models that could be constructed and run, {run.Count(static report => report.Trial!.Outcome == Outcome.Passes)} pass parity and every clip exactly: {Share(run.Count(static report => report.Trial!.Outcome == Outcome.Passes), run.Length)}.
            - Wrong without a word: {compiled.Count(static report => report.Trial?.Outcome == Outcome.Wrong)}.

            A whole model is a module class that no other module class of its repository holds or makes; the others are blocks. Classes that do not compile refer to packages that are not there, or to an older TorchSharp; arguments whose names TorchSharp has changed since are renamed. Generated code that does not compile counts as broken.

            {CoverageTable.Render(reports)}
            ## Why

            {ReasonTable.RenderAll(reports, MostReasons)}
            ## The command

            ```sh
            dotnet run -c Release --project tests/DtcGen.PublicModels -- FOLDER... --out docs/coverage.md
            ```

            A folder holds the sources of one repository. Each class runs in a process of its own kind, with limits of time and memory; `--details` prints each class, `--json` writes all that is known of it.

            """;
    }

    private static string Share(int part, int of)
        => of == 0 ? "none" : (100.0 * part / of).ToString("0", CultureInfo.InvariantCulture) + " %";
}
