using System.CommandLine;
using System.CommandLine.Parsing;
using DtcGen.Commands;

namespace DtcGen.Sweeps;

/// <summary><c>slurm</c>: has Slurm run the missing cells.</summary>
internal static class SlurmCommand
{
    private const int Most = 1_000_000;

    /// <summary>The command with its options.</summary>
    /// <param name="sweep">The sweep.</param>
    public static Command Create(Sweep sweep)
    {
        var output = SweepCommandLine.Out();
        var cells = SweepCommandLine.Cells();
        var partition = Text("--partition", "NAME", "sbatch's --partition.");
        var time = Text("--time", "TIME", "sbatch's --time, of one cell: 2:30:00 or 1-12.");
        var memory = Text("--memory", "SIZE", "sbatch's --mem, of one cell: 8G.");
        var gpus = Text("--gpus", "WHAT", "sbatch's --gpus, of one cell: 1 or a100:1.");
        var cpus = Text("--cpus", "N", "sbatch's --cpus-per-task.");
        var extra = new Option<string[]>("--extra")
        {
            Description = "Any other option of sbatch, such as --extra=--account=lab; may be given again.",
            HelpName = "OPTION",
        };
        extra.Validators.Add(RequireOneLine);
        var setup = new Option<string[]>("--setup")
        {
            Description = "A line of bash before the cell, such as 'module load dotnet'; may be given again.",
            HelpName = "LINE",
        };
        setup.Validators.Add(RequireOneLine);
        var atOnce = CountOption.Create("--at-once", 0, 0, Most, "The most cells that run at a time; 0 leaves it to Slurm.");
        var attempts = SweepCommandLine.Attempts();
        var poll = CountOption.Create("--poll", 15, 1, 3600, "Seconds between two looks at the queue.");
        var retry = SweepCommandLine.Retry();
        var wait = SweepCommandLine.Wait();
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the scripts and submit nothing." };
        var submitOnly = new Option<bool>("--submit-only") { Description = "End after submitting; the same command without it follows." };
        return new DocumentedCommand(
            "slurm",
            "Submit the missing cells to Slurm as a job array, follow it, and submit again what was lost. Cells that are in the queue already are left alone, so that the command may be stopped and given again at any time. Slurm does the scheduling. The folder must be one that the nodes see under the same path.",
            SweepExitCode.Help,
            ("slurm --out /shared/out --partition gpu --time 2:00:00 --memory 16G --gpus 1", "an array of all missing cells"),
            ("slurm --out /shared/out --dry-run", "the script that would be submitted"))
        {
            output, cells, partition, time, memory, gpus, cpus, extra, setup, atOnce, attempts, poll, retry, wait, dryRun, submitOnly,
        }.Does(async (parsed, cancellation) =>
        {
            var chosen = SweepCommandLine.Chosen(sweep, parsed.GetValue(cells));
            var options = new SlurmOptions(
                chosen,
                [
                    .. Given(parsed, ("partition", partition), ("time", time), ("mem", memory), ("gpus", gpus), ("cpus-per-task", cpus)),
                    .. parsed.GetValue(extra) ?? [],
                ],
                parsed.GetValue(setup) ?? [],
                parsed.GetValue(atOnce),
                parsed.GetValue(attempts),
                TimeSpan.FromSeconds(parsed.GetValue(poll)),
                parsed.GetValue(retry),
                parsed.GetValue(submitOnly));
            var path = parsed.GetRequiredValue(output).FullName;
            if (parsed.GetValue(dryRun))
            {
                await SlurmRun.PrintAsync(sweep, path, options, cancellation);
                return SweepExitCode.Done;
            }

            var folder = await SweepFolder.OpenAsync(sweep, path, cancellation);
            using var taken = await folder.TakeAsync("slurm", parsed.GetValue(wait), Console.Error, cancellation);
            return await new SlurmRun(sweep, folder, options).RunAsync(cancellation);
        });
    }

    private static Option<string?> Text(string name, string value, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = value };
        option.Validators.Add(static result =>
        {
            if (result.Tokens.FirstOrDefault() is { } token
                && (token.Value.Length == 0 || token.Value.Any(static c => char.IsWhiteSpace(c) || c is '"' or '\'' or '\\' or '#')))
            {
                result.AddError($"{result.Option.Name}: '{token.Value}' is no value that sbatch takes there.");
            }
        });
        return option;
    }

    private static void RequireOneLine(OptionResult result)
    {
        if (result.Tokens.FirstOrDefault(static t => t.Value.Any(char.IsControl)) is { } token)
        {
            result.AddError($"{result.Option.Name}: '{token.Value}' is more than one line.");
        }
    }

    private static IEnumerable<string> Given(ParseResult parsed, params (string Name, Option<string?> Option)[] options)
        => options.Select(o => (o.Name, Value: parsed.GetValue(o.Option))).Where(static o => o.Value is not null).Select(static o => $"--{o.Name}={o.Value}");
}
