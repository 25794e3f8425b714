namespace DtcGen.Samples.Paper.Tests;

/// <summary>Remembers the progress and can stop the run.</summary>
internal sealed class Recorder : IPaperProgress
{
    private readonly Lock _gate = new();
    private readonly List<(PaperMethod Method, int Repeat, int Cycle, bool Resumed)> _seen = [];

    /// <summary>Cancels when this many new cycles are done.</summary>
    public int StopAfter { get; init; } = int.MaxValue;

    public CancellationTokenSource Stop { get; } = new();

    public IReadOnlyList<(PaperMethod Method, int Repeat, int Cycle, bool Resumed)> Seen => _seen;

    public void CycleDone(PaperMethod method, int repeat, int cycle, PaperCycle record, bool resumed)
    {
        lock (_gate)
        {
            _seen.Add((method, repeat, cycle, resumed));
            if (_seen.Count(s => !s.Resumed) == StopAfter)
            {
                Stop.Cancel();
            }
        }
    }
}
