using Spectre.Console;

namespace DtcGen.Samples;

/// <summary>Chooses the display that fits where the output goes.</summary>
internal static class RunDisplay
{
    // Redirected output has no width of its own: nothing is to be wrapped.
    private const int PlainWidth = 1000;

    /// <summary>Shows a run: live on a terminal, in plain lines elsewhere.</summary>
    public static Task<T> RunAsync<T>(IAnsiConsole console, Func<IRunDisplay, Task<T>> run)
    {
        var capabilities = console.Profile.Capabilities;
        if (capabilities.Interactive && capabilities.Ansi)
        {
            return LiveDisplay.RunAsync(console, run);
        }

        console.Profile.Width = PlainWidth;
        return run(new LineDisplay(console));
    }
}
