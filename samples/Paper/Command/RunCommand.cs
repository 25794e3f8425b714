using System.CommandLine;
using System.CommandLine.Parsing;
using DtcGen.Commands;
using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary><c>run</c>: runs the experiment of arXiv:2505.23869 and compares it with the published numbers.</summary>
internal static class RunCommand
{
    private static readonly string AllMethods = string.Join(",", PaperMethodNames.All.Select(m => m.Key()));

    /// <summary>The command with its options.</summary>
    /// <param name="console">Where results and progress go.</param>
    /// <param name="error">Where errors go.</param>
    public static Command Create(IAnsiConsole console, TextWriter error)
    {
        var data = PaperCommandLine.Data();
        var output = new Option<DirectoryInfo>("--out")
        {
            Description = "Folder for series.json, report.html and the runs; made when missing.",
            HelpName = "DIR",
            Required = true,
        };
        var variant = PaperCommandLine.Variant();
        variant.DefaultValueFactory = static _ => PaperVariant.Published.Key();
        var methods = new Option<string>("--methods")
        {
            Description = "Which methods to run, separated by commas.",
            HelpName = "LIST",
            DefaultValueFactory = _ => AllMethods,
        };
        methods.Validators.Add(RequireMethods);
        var seeds = CountOption.Create(
            "--seeds",
            1,
            1,
            PaperCommandLine.MostSeeds,
            "Repeats over initialisation, measurement matrix and batch order. The first has the published seed and order. Two or more give confidence bands and tests.");
        var processes = PaperCommandLine.Processes();
        var resume = new Option<bool>("--resume")
        {
            Description = "Continue a run in --out that was interrupted, or add seeds or methods to it; the files written at the end are the same, bit for bit.",
        };

        return new DocumentedCommand(
            "run",
            "Run the experiment of arXiv:2505.23869 on MNIST: train, clip, test, 34 cycles from 512 neurons to 9, for each method. Prints the paper's Table 1 as published, ours and the difference; writes series.json and report.html.",
            PaperCommandLine.ExitCodes,
            ("dotnet run -c Release --project samples/Paper -- run --data mnist --out paper", "one run of each method, as published"),
            (
                "dotnet run -c Release --project samples/Paper -- run --data mnist --out paper --seeds 5 --resume",
                "five, with confidence bands and tests; goes on where it was stopped"))
        {
            data, output, variant, methods, seeds, processes, resume,
        }.Does(
            (parsed, cancellation) => new PaperRun(
                new PaperOptions(
                    PaperCommandLine.DataFolder(parsed.GetValue(data)),
                    parsed.GetRequiredValue(output).FullName,
                    PaperVariants.Find(parsed.GetValue(variant)!),
                    [.. MethodKeys(parsed.GetRequiredValue(methods)).Select(k => PaperMethodNames.Find(k)!.Value).Distinct().Order()],
                    parsed.GetValue(seeds),
                    parsed.GetValue(processes),
                    parsed.GetValue(resume)),
                console).RunAsync(cancellation),
            error);
    }

    private static IEnumerable<string> MethodKeys(string list)
        => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void RequireMethods(OptionResult result)
    {
        string[] keys = [.. result.Tokens.SelectMany(t => MethodKeys(t.Value))];
        string[] unknown = [.. keys.Where(k => PaperMethodNames.Find(k) is null)];
        if (unknown.Length > 0 || (keys.Length == 0 && !result.Implicit))
        {
            var found = unknown.Length > 0 ? $"'{unknown[0]}' is not a method" : "no method is named";
            result.AddError($"--methods: {found}. Choose from {AllMethods}.");
        }
    }
}
