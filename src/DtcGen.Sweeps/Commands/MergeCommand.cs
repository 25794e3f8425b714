using System.CommandLine;
using DtcGen.Commands;
using DtcGen.IO;

namespace DtcGen.Sweeps;

/// <summary><c>merge</c>: puts the results together.</summary>
internal static class MergeCommand
{
    /// <summary>The command with its options.</summary>
    /// <param name="sweep">The sweep.</param>
    public static Command Create(Sweep sweep)
    {
        var output = SweepCommandLine.Out();
        var to = new Option<DirectoryInfo?>("--to") { Description = "Where the files go. Default: the sweep's folder.", HelpName = "DIR" };
        var compare = new Option<string?>("--compare")
        {
            Description = "The axis whose values are tested against each other. Default: the first that is not of numbers, or else the first.",
            HelpName = "AXIS",
        };
        return new DocumentedCommand(
            "merge",
            "Put the results that are there together: means with 95 % bands over the seeds, paired tests between the values of one axis with Holm's correction. Writes merged.json, merged.csv, cells.csv and merged.html, one page with plots. The figures follow from the results alone, in whatever order they came.",
            SweepExitCode.Help,
            ("merge --out out", "as soon as there are results; 1 while some are missing or failed"),
            ("merge --out out --compare budget --to report", "another axis, into another folder"))
        {
            output, to, compare,
        }.Does((parsed, _) =>
        {
            var folder = SweepFolder.OpenExisting(sweep, parsed.GetRequiredValue(output).FullName);
            var merged = MergedSweep.Of(sweep, folder.ReadAll(), parsed.GetValue(compare));
            if (!merged.Done.Any())
            {
                throw new SweepException(
                    $"{folder.Path} has no cell with figures to merge: {merged.Failed.Count} failed, {merged.Missing.Count} are missing.");
            }

            var target = parsed.GetValue(to)?.FullName ?? folder.Path;
            WholeFile.ProbeFolder(target);
            WholeFile.WriteText(Path.Combine(target, "merged.json"), MergedJson.Of(merged));
            WholeFile.WriteText(Path.Combine(target, "merged.csv"), MergedCsv.Groups(merged));
            WholeFile.WriteText(Path.Combine(target, "cells.csv"), MergedCsv.Cells(merged));
            WholeFile.WriteText(Path.Combine(target, "merged.html"), MergedPage.Of(merged));
            foreach (var remark in Builds.Remarks(merged.Results))
            {
                Console.Error.WriteLine(remark);
            }

            var code = Summary.Say(folder, [.. Enumerable.Range(0, sweep.Grid.Count)], Console.Out.WriteLine);
            Console.Out.WriteLine($"Merged into {Path.Combine(target, "merged.html")}, merged.json, merged.csv and cells.csv.");
            return Task.FromResult(code);
        });
    }
}
