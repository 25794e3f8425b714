using System.CommandLine;
using System.Globalization;
using DtcGen.Commands;

namespace DtcGen.Sweeps;

/// <summary><c>status</c>: what is done, runs, failed and is missing.</summary>
internal static class StatusCommand
{
    /// <summary>The command with its options.</summary>
    /// <param name="sweep">The sweep.</param>
    public static Command Create(Sweep sweep)
    {
        var output = SweepCommandLine.Out();
        return new DocumentedCommand(
            "status",
            "Say which cells are done, run just now and how far they are, failed and with which message, and are missing. May be asked while others work.",
            SweepExitCode.Help,
            ("status --out out", "0 when every cell has its figures, 1 when not"))
        {
            output,
        }.Does((parsed, _) =>
        {
            var folder = SweepFolder.OpenExisting(sweep, parsed.GetRequiredValue(output).FullName);
            var code = Summary.Say(folder, [.. Enumerable.Range(0, sweep.Grid.Count)], Console.Out.WriteLine);
            foreach (var number in Enumerable.Range(0, sweep.Grid.Count).Where(n => !folder.HasResult(n) && folder.IsRunning(n)))
            {
                Console.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"  cell {number} ({sweep.Grid[number]}) runs: {folder.Progress(number) ?? "nothing said yet"}"));
            }

            foreach (var line in Builds.Remarks(folder.ReadAll()))
            {
                Console.Out.WriteLine(line);
            }

            return Task.FromResult(code);
        });
    }
}
