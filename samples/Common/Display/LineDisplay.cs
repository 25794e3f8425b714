using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace DtcGen.Samples;

/// <summary>Plain lines, for output that goes to a file or another program.</summary>
internal sealed class LineDisplay(IAnsiConsole console) : IRunDisplay
{
    public void WriteLine(string line) => console.WriteLine(line);

    public IStageDisplay Begin(string name) => new Stage(this, name);

    private sealed class Stage : IStageDisplay
    {
        private readonly LineDisplay display;
        private readonly string name;
        private readonly long started = Stopwatch.GetTimestamp();

        public Stage(LineDisplay display, string name)
        {
            this.display = display;
            this.name = name;
            display.WriteLine($"{name} ...");
        }

        public void Update(double fraction, string detail)
        {
        }

        public void Milestone(string text) => display.WriteLine($"  {text}");

        public void Dispose() =>
            display.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s"));
    }
}
