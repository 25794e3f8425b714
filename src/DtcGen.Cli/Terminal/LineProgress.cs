using System.Globalization;
using DtcGen.Cli.Paper;
using DtcGen.Cli.Report;
using Spectre.Console;

namespace DtcGen.Cli.Terminal;

/// <summary>One plain line per cycle, for output that goes to a file or a pipe.</summary>
/// <param name="console">Where the lines go.</param>
/// <param name="cycles">Cycles per run.</param>
/// <param name="repeats">How many repeats there are.</param>
internal sealed class LineProgress(IAnsiConsole console, int cycles, int repeats) : IPaperProgress
{
    private readonly Lock gate = new();

    /// <inheritdoc/>
    public void CycleDone(PaperMethod method, int repeat, int cycle, PaperCycle record, bool resumed)
    {
        if (resumed)
        {
            return;
        }

        string which = repeats > 1 ? string.Create(CultureInfo.InvariantCulture, $", repeat {repeat + 1}/{repeats}") : string.Empty;
        lock (gate)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{method.DisplayName()}{which}, cycle {cycle + 1}/{cycles}: {record.Neurons} neurons, accuracy {Format.Fixed(record.Accuracy)}"));
        }
    }
}
