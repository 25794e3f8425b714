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
            Description = "Folder for series.json, report.html and the checkpoints; made when missing.",
            HelpName = "DIR",
            Required = true,
        };
        var variant = new Option<string>("--variant")
        {
            Description = "The reading of the method: published (what made the paper's numbers) or described (what its text says).",
            DefaultValueFactory = _ => PaperVariant.Published.Key(),
        };
        variant.AcceptOnlyFromAmong(PaperVariant.Published.Key(), PaperVariant.Described.Key());
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
        var threads = PaperCommandLine.Threads();
        var resume = new Option<bool>("--resume")
        {
            Description = "Continue a run in --out that was interrupted; the files written at the end are the same, bit for bit.",
        };

        var command = new DocumentedCommand(
            "run",
            "Run the experiment of arXiv:2505.23869 on MNIST: train, clip, test, 34 cycles from 512 neurons to 9, for each method. Prints the paper's Table 1 as published, ours and the difference; writes series.json and report.html.",
            PaperCommandLine.ExitCodes,
            ("dotnet run -c Release --project samples/Paper -- run --data mnist --out paper", "one run of each method, as published"),
            (
                "dotnet run -c Release --project samples/Paper -- run --data mnist --out paper --seeds 5 --resume",
                "five, with confidence bands and tests; goes on where it was stopped"))
        {
            data, output, variant, methods, seeds, threads, resume,
        };
        command.SetAction((parsed, cancellation) => SampleProcess.CarryOutAsync(
            () =>
            {
                var options = new PaperOptions(
                    PaperCommandLine.DataFolder(parsed.GetValue(data)),
                    parsed.GetRequiredValue(output).FullName,
                    parsed.GetValue(variant) == PaperVariant.Described.Key() ? PaperVariant.Described : PaperVariant.Published,
                    [.. MethodKeys(parsed.GetRequiredValue(methods)).Select(k => PaperMethodNames.Find(k)!.Value).Distinct().Order()],
                    parsed.GetValue(seeds),
                    parsed.GetValue(threads),
                    parsed.GetValue(resume));
                return new PaperRun(options, console).RunAsync(cancellation);
            },
            error,
            cancellation));
        return command;
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
