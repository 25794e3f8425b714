using System.Diagnostics;
using System.Globalization;
using DtcGen.Training;

namespace DtcGen;

/// <summary>
/// Shows long work on the console: stage by stage, with a line for each cycle of a compression. On a terminal the last line tells how
/// far the stage is, and is drawn again in place; elsewhere, in a file or a pipe, there are plain lines only.
/// </summary>
/// <remarks>
/// It goes wherever progress is told: <see cref="CompressOptions.Progress"/> and <see cref="CompressOptions.StepProgress"/>,
/// <see cref="TrainingLoop.Run"/>, <see cref="PruneOptions.Progress"/>, the parity of an ONNX file. Any thread may report.
/// </remarks>
public sealed class ConsoleProgress : IProgress<TrainingStep>, IProgress<CycleRecord>, IProgress<PruneProgress>, IProgress<long>
{
    private const int BarWidth = 24;
    private const int UsualWidth = 80;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly object _gate = new();
    private readonly TextWriter _output;
    private readonly bool _isLive;
    private Stage? _stage;
    private string _shown = string.Empty;

    /// <summary>Makes one.</summary>
    /// <param name="output">Where it writes; null for the standard output.</param>
    /// <param name="isLive">Whether the last line is drawn again in place; null for where the standard output is a terminal.</param>
    public ConsoleProgress(TextWriter? output = null, bool? isLive = null)
    {
        _output = output ?? Console.Out;
        _isLive = isLive ?? (output is null && !Console.IsOutputRedirected);
    }

    /// <summary>Begins a stage, one at a time; disposing ends it, and says how long it took.</summary>
    /// <param name="name">What is done, as <c>training</c>.</param>
    /// <param name="total">How many steps or samples it has; 0 where that is not known.</param>
    /// <exception cref="InvalidOperationException">Another stage has not ended.</exception>
    public IDisposable Begin(string name, long total = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        lock (_gate)
        {
            if (_stage is { } other)
            {
                throw new InvalidOperationException($"The stage '{other.Name}' has not ended: dispose it before '{name}' begins.");
            }

            _stage = new Stage(this, name, total);
            if (_isLive)
            {
                Draw(_stage.Line(0, total, string.Empty));
            }
            else
            {
                _output.WriteLine($"{name} ...");
            }

            return _stage;
        }
    }

    /// <summary>Writes a line that stays.</summary>
    /// <param name="text">The line.</param>
    public void WriteLine(string text)
    {
        lock (_gate)
        {
            var line = _shown;
            Draw(string.Empty);
            _output.WriteLine(text);
            Draw(line);
        }
    }

    /// <summary>Shows a step of a training: its number of the stage's steps, and its loss.</summary>
    /// <param name="value">The step.</param>
    public void Report(TrainingStep value)
        => Update(value.Position.Step + 1, null, string.Create(CultureInfo.InvariantCulture, $"loss {value.Loss:F4}"));

    /// <summary>Writes a line for a cycle, and above a stage's first one what its numbers are.</summary>
    /// <param name="value">The cycle.</param>
    public void Report(CycleRecord value)
    {
        ArgumentNullException.ThrowIfNull(value);
        lock (_gate)
        {
            if (_stage is null or { HasCycles: false })
            {
                WriteLine(CycleText.Header(value));
            }

            _stage?.HasCycles = true;
            WriteLine(CycleText.Row(value));
        }
    }

    /// <summary>Shows where a pruning stands.</summary>
    /// <param name="value">Where.</param>
    public void Report(PruneProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Update(value.Done, value.Total, value.Stage);
    }

    /// <summary>Shows how many of the stage's samples are done.</summary>
    /// <param name="value">How many.</param>
    public void Report(long value) => Update(value, null, string.Empty);

    private void Update(long done, long? total, string detail)
    {
        if (!_isLive)
        {
            return;
        }

        lock (_gate)
        {
            if (_stage is { IsDue: true } stage)
            {
                Draw(stage.Line(done, total ?? stage.Total, detail));
            }
        }
    }

    // With spaces over what was longer: not every console knows how to erase.
    private void Draw(string line)
    {
        if (!_isLive || (line.Length == 0 && _shown.Length == 0))
        {
            return;
        }

        var width = Width();
        line = line.Length < width ? line : line[..(width - 1)];
        _output.Write($"\r{line.PadRight(Math.Min(_shown.Length, width - 1))}{(line.Length == 0 ? "\r" : string.Empty)}");
        _output.Flush();
        _shown = line;
    }

    private void End(Stage stage)
    {
        lock (_gate)
        {
            if (_stage == stage)
            {
                _stage = null;
                Draw(string.Empty);
                _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage.Name}: {stage.Elapsed.TotalSeconds:F1} s"));
            }
        }
    }

    private static int Width()
    {
        try
        {
            return !Console.IsOutputRedirected && Console.WindowWidth is > 1 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    private sealed class Stage(ConsoleProgress progress, string name, long total) : IDisposable
    {
        private readonly long _begun = Stopwatch.GetTimestamp();
        private long _drawn;

        public string Name => name;

        public long Total => total;

        public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_begun);

        public bool HasCycles { get; set; }

        public bool IsDue => _drawn == 0 || Stopwatch.GetElapsedTime(_drawn) >= Pace;

        public string Line(long done, long of, string detail)
        {
            _drawn = done == 0 ? 0 : Stopwatch.GetTimestamp();
            var share = of > 0 ? Math.Clamp((double)done / of, 0, 1) : 0;
            var filled = (int)(share * BarWidth);
            var bar = of > 0
                ? string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled).PadRight(BarWidth, '-')}] {100 * share,3:F0} %  ")
                : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{name}  {bar}{(int)Elapsed.TotalMinutes}:{Elapsed.Seconds:D2}  {detail}");
        }

        public void Dispose() => progress.End(this);
    }
}
