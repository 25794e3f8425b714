using System.Diagnostics;
using System.Globalization;

namespace DtcGen.Sweeps;

/// <summary>Runs one cell in this process.</summary>
internal sealed class CellRun
{
    private static readonly TimeSpan BetweenReports = TimeSpan.FromSeconds(1);

    private readonly Sweep _sweep;
    private readonly SweepFolder _folder;
    private readonly CellSettings _settings;
    private readonly object _reporting = new();
    private long _reported;

    /// <summary>Makes a run.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="number">The cell.</param>
    public CellRun(Sweep sweep, SweepFolder folder, int number)
    {
        _sweep = sweep;
        _folder = folder;
        _settings = sweep.Grid[number];
    }

    /// <summary>Runs it, unless it has a result.</summary>
    /// <param name="retries">Whether one that failed runs again.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(bool retries, CancellationToken cancellation)
    {
        // Another process may be at the same cell: one whose starter was killed, or a second job of Slurm.
        using var taken = await _folder.TakeCellAsync(_settings.Number, cancellation);
        if (_folder.Read(_settings.Number) is { } before && (before.Error is null || !retries))
        {
            await Console.Out.WriteLineAsync($"{Title} has a result already.");
            return before.Error is null ? SweepExitCode.Done : SweepExitCode.Incomplete;
        }

        var started = DateTimeOffset.Now;
        var watch = Stopwatch.StartNew();
        var (figures, error) = await MeasureAsync(cancellation);
        var result = new CellResult(
            _settings.Number,
            _settings.Values.ToDictionary(static v => v.Axis, static v => v.Text),
            _settings.Seed,
            _sweep.Settings,
            figures,
            error,
            Origin.Here(),
            started,
            watch.Elapsed.TotalSeconds);
        _folder.Write(result);
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{Title}: {(error is null ? "done" : $"failed: {error}")} in {result.Seconds:0.0} s"));
        return error is null ? SweepExitCode.Done : SweepExitCode.Incomplete;
    }

    private string Title => string.Create(CultureInfo.InvariantCulture, $"Cell {_settings.Number} ({_settings})");

    private async Task<(Figures? Figures, string? Error)> MeasureAsync(CancellationToken cancellation)
    {
        try
        {
            var cell = new Cell(_settings, _folder.WorkFolder(_settings.Number), Report, cancellation);
            return (await _sweep.Measure(cell) ?? throw new InvalidOperationException("The sweep's function gave no figures."), null);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // Whatever it is, it is this cell's, and the others go on.
            await Console.Error.WriteLineAsync($"{e}");
            return (null, $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private void Report(double share, string? text)
    {
        lock (_reporting)
        {
            var now = Stopwatch.GetTimestamp();
            if (_reported != 0 && Stopwatch.GetElapsedTime(_reported, now) < BetweenReports)
            {
                return;
            }

            _reported = now;
            _folder.WriteProgress(_settings.Number, share, text);
        }
    }
}
