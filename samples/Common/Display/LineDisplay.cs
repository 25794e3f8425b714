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
        private readonly LineDisplay _display;
        private readonly string _name;
        private readonly long _started = Stopwatch.GetTimestamp();

        public Stage(LineDisplay display, string name)
        {
            _display = display;
            _name = name;
            display.WriteLine($"{name} ...");
        }

        public void Update(double fraction, string detail)
        {
        }

        public void Milestone(string text) => _display.WriteLine($"  {text}");

        public void Dispose()
            => _display.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{_name}: {Stopwatch.GetElapsedTime(_started).TotalSeconds:F1} s"));
    }
}
