using System.Globalization;
using DtcGen.Cli.Paper;
using Spectre.Console;

namespace DtcGen.Cli.Terminal;

/// <summary>Chooses how progress is shown.</summary>
internal static class PaperProgress
{
    /// <summary>Shows moving bars on a terminal and plain lines elsewhere while some work runs.</summary>
    /// <param name="console">Where it is shown.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="repeats">How many repeats.</param>
    /// <param name="cycles">Cycles per method and repeat.</param>
    /// <param name="work">The work.</param>
    public static T Show<T>(IAnsiConsole console, IReadOnlyList<PaperMethod> methods, int repeats, int cycles, Func<IPaperProgress, T> work)
    {
        if (console.Profile.Out.IsTerminal)
        {
            return LiveProgress.Run(console, methods, cycles * repeats, work);
        }

        string names = string.Join(", ", methods.Select(m => m.DisplayName()));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Methods: {names}; repeats: {repeats}; cycles of each: {cycles}"));
        return work(new LineProgress(console, cycles, repeats));
    }
}
