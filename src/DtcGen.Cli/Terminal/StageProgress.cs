using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace DtcGen.Cli.Terminal;

/// <summary>
/// Says on standard error what is being done, once it has taken a second: a line that changes on a terminal, plain lines
/// elsewhere. Standard output stays free for the result.
/// </summary>
/// <param name="console">Standard error.</param>
internal sealed class StageProgress(IAnsiConsole console)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);
    private readonly long _begun = Stopwatch.GetTimestamp();
    private StatusContext? _status;
    private string? _stage;
    private TimeSpan _lastLine;

    /// <summary>Shows progress while some work runs.</summary>
    /// <param name="console">Standard error.</param>
    /// <param name="work">The work.</param>
    public static T Run<T>(IAnsiConsole console, Func<StageProgress, T> work)
    {
        var progress = new StageProgress(console);
        return !console.Profile.Out.IsTerminal ? work(progress) : console.Status().Start("starting", context =>
        {
            progress._status = context;
            return work(progress);
        });
    }

    /// <summary>Something is begun, or is a part done.</summary>
    /// <param name="what">What, in a few words.</param>
    /// <param name="done">How much of it is done; null when that is not counted.</param>
    /// <param name="all">How much there is.</param>
    public void Report(string what, long? done = null, long all = 0)
    {
        var text = done is null ? what : string.Create(CultureInfo.InvariantCulture, $"{what}, {done:N0} of {all:N0}");
        if (_status is not null)
        {
            _status.Status(Markup.Escape(text));
            return;
        }

        var now = Stopwatch.GetElapsedTime(_begun);
        if (now >= Patience && (what != _stage || now - _lastLine >= BetweenLines))
        {
            (_stage, _lastLine) = (what, now);
            console.Profile.Out.Writer.WriteLine(ControlCharacters.Escape(text));
        }
    }
}
