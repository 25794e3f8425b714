using System.CommandLine;
using DtcGen.Commands;
using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary><c>findings</c>: writes docs/findings.md from the paper's experiment in all its readings.</summary>
internal static class FindingsCommand
{
    private const int LeastSeeds = 3;

    /// <summary>The command with its options.</summary>
    /// <param name="console">Where progress goes.</param>
    /// <param name="error">Where errors go.</param>
    public static Command Create(IAnsiConsole console, TextWriter error)
    {
        var data = PaperCommandLine.Data();
        var page = new Option<FileInfo>("--out")
        {
            Description = "The Markdown file to write; its figures go beside it.",
            HelpName = "FILE",
            Required = true,
        };
        var work = new Option<DirectoryInfo>("--work")
        {
            Description = "Folder of the runs; the same command continues from there.",
            HelpName = "DIR",
            Required = true,
        };
        var seeds = CountOption.Create(
            "--seeds", 5, LeastSeeds, PaperCommandLine.MostSeeds, "Repeats over initialisation, measurement matrix and batch order.");
        var processes = PaperCommandLine.Processes();

        return new DocumentedCommand(
            "findings",
            "Run the experiment of arXiv:2505.23869 as published, as described, and as published but for each of their disagreements in turn, over several seeds, and write what came out as one page.",
            PaperCommandLine.ExitCodes,
            (
                "dotnet run -c Release --project samples/Paper -- findings --data mnist --work work --out findings.md",
                "the page, from five seeds; the same command goes on where it was stopped"))
        {
            data, page, work, seeds, processes,
        }.Does(
            (parsed, cancellation) => new FindingsRun(
                new FindingsOptions(
                    PaperCommandLine.DataFolder(parsed.GetValue(data)),
                    parsed.GetRequiredValue(page).FullName,
                    parsed.GetRequiredValue(work).FullName,
                    parsed.GetValue(seeds),
                    parsed.GetValue(processes)),
                console).RunAsync(cancellation),
            error);
    }
}
