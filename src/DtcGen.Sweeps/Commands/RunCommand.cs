using System.CommandLine;
using DtcGen.Commands;

namespace DtcGen.Sweeps;

/// <summary><c>run</c>: runs the missing cells on this machine.</summary>
internal static class RunCommand
{
    private const int MostProcesses = 1024;

    /// <summary>The command with its options.</summary>
    /// <param name="sweep">The sweep.</param>
    public static Command Create(Sweep sweep)
    {
        var output = SweepCommandLine.Out();
        var cells = SweepCommandLine.Cells();
        var processes = CountOption.Create(
            "--processes", 1, 1, MostProcesses, "How many cells run at a time, each in a process of its own.");
        var attempts = SweepCommandLine.Attempts();
        var retry = SweepCommandLine.Retry();
        var wait = SweepCommandLine.Wait();
        return new DocumentedCommand(
            "run",
            "Run the cells that have no result yet on this machine, each in a process of its own. Ctrl-C asks the running cells to stop and keeps what is done. A cell that throws is recorded with its message, and the others go on; one whose process dies is started again.",
            SweepExitCode.Help,
            ("run --out out --processes 4", "four cells at a time; the same command again goes on where it was stopped"),
            ("run --cells 0-11", "a part of the grid; another machine may do the rest and its files be copied into out/cells"),
            ("run --retry", "cells that failed once more"))
        {
            output, cells, processes, attempts, retry, wait,
        }.Does(async (parsed, cancellation) =>
        {
            var chosen = SweepCommandLine.Chosen(sweep, parsed.GetValue(cells));
            var folder = await SweepFolder.OpenAsync(sweep, parsed.GetRequiredValue(output).FullName, cancellation);
            using var taken = await folder.TakeAsync("run", parsed.GetValue(wait), Console.Error, cancellation);
            var options = new LocalRunOptions(
                chosen, parsed.GetValue(processes), parsed.GetValue(attempts), parsed.GetValue(retry));
            return await new LocalRun(sweep, folder, options).RunAsync(cancellation);
        });
    }
}
