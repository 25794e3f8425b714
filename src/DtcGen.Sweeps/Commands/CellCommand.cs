using System.CommandLine;
using DtcGen.Commands;

namespace DtcGen.Sweeps;

/// <summary><c>cell</c>: runs one cell in this process.</summary>
internal static class CellCommand
{
    /// <summary>The verb.</summary>
    public const string Name = "cell";

    /// <summary>The option that ties the process to the one that started it.</summary>
    public const string SupervisedOption = "--supervised";

    /// <summary>The command with its options.</summary>
    /// <param name="sweep">The sweep.</param>
    public static Command Create(Sweep sweep)
    {
        var number = new Argument<int>("K") { Description = "The cell's number, from 0." };
        var output = SweepCommandLine.Out();
        var retry = SweepCommandLine.Retry();
        var supervised = new Option<bool>(SupervisedOption) { Description = "Stop when the standard input ends.", Hidden = true };
        return new DocumentedCommand(
            Name,
            "Run one cell in this process and write its result: what run, Slurm's tasks and Kubernetes' pods start. A cell that has a result ends at once.",
            SweepExitCode.Help,
            ("cell 7 --out out", "the eighth cell, alone: to look into one that fails"))
        {
            number, output, retry, supervised,
        }.Does(async (parsed, cancellation) =>
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            if (parsed.GetValue(supervised))
            {
                Supervision.Begin(stop);
            }

            var chosen = parsed.GetValue(number);
            if (chosen < 0 || chosen >= sweep.Grid.Count)
            {
                throw new SweepException(CellList.OutOfRange(chosen, sweep.Grid.Count));
            }

            var folder = await SweepFolder.OpenAsync(sweep, parsed.GetRequiredValue(output).FullName, stop.Token);
            return await new CellRun(sweep, folder, chosen).RunAsync(parsed.GetValue(retry), stop.Token);
        });
    }
}
