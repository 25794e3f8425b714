using System.Globalization;
using Spectre.Console;

namespace DtcGen.Samples.Paper;

/// <summary>Shows each method as a stage of the run. Calls come from several threads.</summary>
internal sealed class PaperProgress : IPaperProgress, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PaperMethod, IStageDisplay> _stages;
    private readonly Dictionary<PaperMethod, int> _done = [];
    private readonly int _repeats;
    private readonly int _cycles;

    private PaperProgress(IRunDisplay display, IReadOnlyList<PaperMethod> methods, int repeats, int cycles)
    {
        _stages = methods.ToDictionary(static m => m, m => display.Begin(m.DisplayName()));
        (_repeats, _cycles) = (repeats, cycles);
    }

    /// <summary>Shows progress while some work runs.</summary>
    /// <param name="console">Where it is shown.</param>
    /// <param name="methods">The methods.</param>
    /// <param name="repeats">How many repeats.</param>
    /// <param name="cycles">Cycles per method and repeat.</param>
    /// <param name="work">The work.</param>
    public static Task<T> ShowAsync<T>(
        IAnsiConsole console, IReadOnlyList<PaperMethod> methods, int repeats, int cycles, Func<IPaperProgress, T> work)
        => RunDisplay.RunAsync(console, display =>
        {
            using var progress = new PaperProgress(display, methods, repeats, cycles);
            return Task.FromResult(work(progress));
        });

    /// <inheritdoc/>
    public void CycleDone(PaperMethod method, int repeat, int cycle, PaperCycle record, bool resumed)
    {
        lock (_gate)
        {
            var done = _done[method] = _done.GetValueOrDefault(method) + 1;
            var reached = $"{record.Neurons} neurons, accuracy {Format.Fixed(record.Accuracy)}";
            if (!resumed)
            {
                var which = _repeats > 1 ? string.Create(CultureInfo.InvariantCulture, $", repeat {repeat + 1}/{_repeats}") : string.Empty;
                _stages[method].Milestone(
                    string.Create(CultureInfo.InvariantCulture, $"{method.DisplayName()}{which}, cycle {cycle + 1}/{_cycles}: {reached}"));
            }

            _stages[method].Update((double)done / (_repeats * _cycles), reached);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var stage in _stages.Values)
        {
            stage.Dispose();
        }
    }
}
