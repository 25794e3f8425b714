using System.Diagnostics;
using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>Runs cells side by side on this machine, each in a process of its own.</summary>
internal sealed class LocalRun
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly LocalRunOptions _options;
    private readonly SweepFolder _folder;
    private readonly IReadOnlyList<string> _program;
    private readonly object _writing = new();
    private readonly SortedSet<int> _running = [];
    private readonly Stopwatch _watch = new();
    private int _ended;
    private int _todo;
    private int _lineLength;

    /// <summary>Makes a run.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="options">What to do.</param>
    public LocalRun(Sweep sweep, SweepFolder folder, LocalRunOptions options)
    {
        _folder = folder;
        _options = options;
        _program = OwnProgram.CommandLine(sweep);
    }

    /// <summary>Runs what is missing.</summary>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        int[] missing = [.. _options.Cells.Where(IsMissing)];
        _todo = missing.Length;
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{_options.Cells.Count} cells, {_options.Cells.Count - _todo} with a result, {_todo} to run, {_options.Processes} at a time; results in {_folder.Path}"));
        _watch.Start();
        using var shown = new CancellationTokenSource();
        var display = Console.IsOutputRedirected ? Task.CompletedTask : ShowAsync(shown.Token);
        try
        {
            await Parallel.ForEachAsync(
                missing,
                new ParallelOptions { MaxDegreeOfParallelism = _options.Processes, CancellationToken = cancellation },
                async (number, token) => await RunCellAsync(number, token));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Say(string.Create(
                CultureInfo.InvariantCulture,
                $"Stopped: {_options.Cells.Count(_folder.HasResult)} of {_options.Cells.Count} cells have a result in {_folder.Path}; the same command goes on from there."));
            return SweepExitCode.Stopped;
        }
        finally
        {
            await shown.CancelAsync();
            await display;
        }

        return Summary.Say(_folder, _options.Cells, Say);
    }

    private bool IsMissing(int number)
        => !_folder.HasResult(number) || (_options.Retries && _folder.Read(number) is { Error: not null });

    private async Task RunCellAsync(int number, CancellationToken cancellation)
    {
        SetRunning(number, isRunning: true);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                cancellation.ThrowIfCancellationRequested();
                var code = await CellProcess.RunAsync(_program, _folder, number, _options.Retries, cancellation);
                cancellation.ThrowIfCancellationRequested();

                // The file counts, whatever the process said on its way out.
                if (_folder.Read(number) is { } result && (result.Error is null || code == SweepExitCode.Incomplete))
                {
                    Ended(number, result.Error is null
                        ? string.Create(CultureInfo.InvariantCulture, $"done in {result.Seconds:0.0} s")
                        : $"failed: {result.Error}");
                    return;
                }

                var how = string.Create(
                    CultureInfo.InvariantCulture,
                    $"its process ended with code {code} and no result (attempt {attempt} of {_options.Attempts}); what it printed is in {_folder.LogPath(number)}");
                if (attempt == _options.Attempts)
                {
                    Ended(number, how);
                    return;
                }

                Say(Title(number, how));
            }
        }
        finally
        {
            SetRunning(number, isRunning: false);
        }
    }

    private void Ended(int number, string how)
    {
        lock (_writing)
        {
            _ended++;
            var left = _todo - _ended;
            var rest = left == 0 ? "none to go"
                : string.Create(CultureInfo.InvariantCulture, $"{left} to go, about {Time(_watch.Elapsed * left / _ended)}");
            Say($"{Title(number, how)}; {rest}");
        }
    }

    private string Title(int number, string how)
        => string.Create(CultureInfo.InvariantCulture, $"cell {number} ({_folder.Grid[number]}): {how}");

    private void SetRunning(int number, bool isRunning)
    {
        lock (_writing)
        {
            _ = isRunning ? _running.Add(number) : _running.Remove(number);
        }
    }

    private void Say(string line)
    {
        lock (_writing)
        {
            Clear();
            Console.Out.WriteLine(line);
        }
    }

    private void Clear()
    {
        if (_lineLength > 0)
        {
            Console.Out.Write($"\r{new string(' ', _lineLength)}\r");
            _lineLength = 0;
        }
    }

    // A line of its own on a terminal, written over again and again.
    private async Task ShowAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            lock (_writing)
            {
                Clear();
                var line = string.Join("; ", _running.Select(n => string.Create(
                    CultureInfo.InvariantCulture, $"cell {n}: {_folder.Progress(n) ?? "running"}")));
                var width = Math.Max(20, Console.WindowWidth - 1);
                line = line.Length > width ? line[..width] : line;
                Console.Out.Write(line);
                _lineLength = line.Length;
            }

            await Task.Delay(BetweenLooks, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        lock (_writing)
        {
            Clear();
        }
    }

    private static string Time(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0.0} h")
        : time.TotalMinutes >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} min")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s");
}
