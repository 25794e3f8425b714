using System.Diagnostics;
using System.Text;

namespace DtcGen.PublicModels.Trials;

/// <summary>A child process, which is stopped when a class takes too much processor time or memory.</summary>
internal sealed class TrialProcess : IDisposable
{
    private const long MostMemory = 3L << 30;
    private const int MostErrors = 2000;

    // On a busy machine the clock says little.
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Thread _watch;
    private readonly CancellationTokenSource _over = new();
    private readonly StringBuilder _errors = new();
    private readonly Lock _lock = new();
    private Stopwatch _began = Stopwatch.StartNew();
    private TimeSpan _workBefore;
    private string? _stopped;

    public TrialProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && _errors.Length < MostErrors)
            {
                _errors.AppendLine(text);
            }
        };
        _process.BeginErrorReadLine();
        _watch = new Thread(Watch);
        _watch.Start();
    }

    /// <summary>Whether it was stopped, since it took too much.</summary>
    public bool IsStopped => _stopped is not null;

    /// <summary>How it ended.</summary>
    public string End => _stopped ?? $"the process ends with {_process.ExitCode}";

    /// <summary>What it wrote on its standard error, from the beginning.</summary>
    public string Errors => _errors.ToString();

    /// <summary>Begins to count what a class takes.</summary>
    public void BeginClass()
    {
        lock (_lock)
        {
            _began = Stopwatch.StartNew();
            _workBefore = Work() ?? TimeSpan.Zero;
        }
    }

    /// <summary>The lines that the child says, until it ends: a word, and what follows it.</summary>
    public IEnumerable<(string Word, string Text)> Read()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith(TrialCommand.Mark, StringComparison.Ordinal)
                && line[TrialCommand.Mark.Length..].Split(' ', 2) is [var word, var text])
            {
                yield return (word, text);
            }
        }

        _process.WaitForExit();
        _over.Cancel();
        _watch.Join();
    }

    public void Dispose()
    {
        _over.Dispose();
        _process.Dispose();
    }

    private void Watch()
    {
        while (!_over.Token.WaitHandle.WaitOne(200))
        {
            lock (_lock)
            {
                _stopped = Work() - _workBefore > MostWork || _began.Elapsed > MostTime ? "it takes too much time"
                    : Memory() > MostMemory ? "it takes too much memory"
                    : null;
                if (_stopped is not null)
                {
                    _process.Kill();
                    return;
                }
            }
        }
    }

    private TimeSpan? Work() => Ask<TimeSpan>(static process => process.TotalProcessorTime);

    private long? Memory() => Ask<long>(static process => process.WorkingSet64);

    private T? Ask<T>(Func<Process, T> question)
        where T : struct
    {
        try
        {
            _process.Refresh();
            return question(_process);
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
            return null;
        }
    }
}
