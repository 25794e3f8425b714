using System.CommandLine;
using System.Globalization;
using DtcGen.Commands;

namespace DtcGen.Samples.Paper;

/// <summary><c>sweep</c>: what DtcGen.Sweeps can do with the runs; the processes of <c>run</c> and <c>findings</c> come in here.</summary>
internal static class SweepCommand
{
    private const string Name = "sweep";

    /// <summary>The command with its options.</summary>
    /// <param name="error">Where errors go.</param>
    public static Command Create(TextWriter error)
    {
        var data = PaperCommandLine.Data();
        var variant = PaperCommandLine.Variant();
        variant.Description += " Default: all readings of findings.";
        var seeds = CountOption.Create(
            "--seeds", 5, 1, PaperCommandLine.MostSeeds, "Repeats over initialisation, measurement matrix and batch order.");
        var line = new Argument<string[]>("COMMAND")
        {
            Description = "What to do, after --: run, cell, status, merge, slurm or kubernetes, with options of their own.",
        };
        return new DocumentedCommand(
            Name,
            "Do something with the runs by themselves. Their folder is the one that findings has as --work, and that run has as sweep in --out.",
            PaperCommandLine.ExitCodes,
            (
                "dotnet run -c Release --project samples/Paper -- sweep --data mnist -- status --out work",
                "which runs of findings are done, and how far the others are"),
            (
                "dotnet Paper.dll sweep --data /shared/mnist -- slurm --out /shared/work --partition cpu",
                "the runs of findings on Slurm; then findings with --work /shared/work writes the page"))
        {
            data, variant, seeds, line,
        }.Does(
            (parsed, cancellation) => new PaperSweep(
                PaperCommandLine.DataFolder(parsed.GetValue(data)),
                parsed.GetValue(variant) is { } key ? [StudiedReading.Of(PaperVariants.Find(key))] : StudiedReading.All,
                parsed.GetValue(seeds),
                new PaperProtocol()).Sweep.RunAsync(parsed.GetRequiredValue(line), cancellation),
            error);
    }

    /// <summary>The arguments that make this command work on a sweep, up to the sweep's own.</summary>
    /// <param name="data">MNIST's folder.</param>
    /// <param name="readings">The readings: one of a variant, or all.</param>
    /// <param name="seeds">How many seeds.</param>
    public static IReadOnlyList<string> Arguments(string data, IReadOnlyList<StudiedReading> readings, int seeds) =>
    [
        Name, "--data", data, "--seeds", seeds.ToString(CultureInfo.InvariantCulture),
        .. readings is [var only] ? ["--variant", only.Key] : (string[])[],
        "--",
    ];
}
