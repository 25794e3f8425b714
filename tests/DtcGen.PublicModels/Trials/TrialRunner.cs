using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace DtcGen.PublicModels.Trials;

/// <summary>Runs classes in children of this process, so that what a class does to its process harms no other.</summary>
/// <param name="folder">Where files for the children can be put.</param>
internal sealed class TrialRunner(string folder)
{
    private const int EachChild = 12;
    private const int MostRestarts = 4;
    private const long MostMemory = 3L << 30;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<TrialJob> _waiting = new();
    private readonly ConcurrentDictionary<string, TrialResult> _results = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _restarts = new(StringComparer.Ordinal);
    private Thread[] _threads = [];
    private volatile bool _isComplete;
    private int _files;

    /// <summary>Starts to run what is added.</summary>
    /// <param name="processes">How many children at once.</param>
    public void Start(int processes)
    {
        _threads = [.. Enumerable.Range(0, processes).Select(_ => new Thread(RunAll))];
        foreach (var thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Adds a class to run.</summary>
    public void Add(TrialJob job) => _waiting.Enqueue(job);

    /// <summary>Waits for all that was added.</summary>
    /// <returns>What came of each, by the name of its job.</returns>
    public IReadOnlyDictionary<string, TrialResult> Finish()
    {
        _isComplete = true;
        foreach (var thread in _threads)
        {
            thread.Join();
        }

        return _results;
    }

    private void RunAll()
    {
        while (!_isComplete || !_waiting.IsEmpty)
        {
            // A child is worth its start when there is something for it to do.
            var jobs = new List<TrialJob>();
            while ((_isComplete || _waiting.Count + jobs.Count >= EachChild) && jobs.Count < EachChild && _waiting.TryDequeue(out var job))
            {
                jobs.Add(job);
            }

            if (jobs.Count > 0)
            {
                RunChild(jobs);
            }
            else
            {
                Thread.Sleep(100);
            }
        }
    }

    private void RunChild(List<TrialJob> jobs)
    {
        var file = Path.Combine(folder, $"jobs{Interlocked.Increment(ref _files)}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(jobs));
        using var child = Process.Start(Start(file))!;
        var (running, step, began) = ((TrialJob?)null, string.Empty, Stopwatch.StartNew());
        var ended = new HashSet<TrialJob>();
        using var over = new CancellationTokenSource();
        string? killed = null;
        var watch = new Thread(() =>
        {
            while (!over.Token.WaitHandle.WaitOne(200))
            {
                try
                {
                    child.Refresh();
                    killed = began.Elapsed > MostTime ? "it takes too much time" : child.WorkingSet64 > MostMemory ? "it takes too much memory" : null;
                    if (killed is not null)
                    {
                        child.Kill();
                        return;
                    }
                }
                catch (InvalidOperationException)
                {
                    return;
                }
            }
        });
        watch.Start();
        while (child.StandardOutput.ReadLine() is { } line)
        {
            if (!line.StartsWith(TrialCommand.Mark, StringComparison.Ordinal) || line.Split(' ', 2) is not [var word, var rest])
            {
                continue;
            }

            switch (word[TrialCommand.Mark.Length..])
            {
                case "begin":
                    running = jobs.Single(job => job.Class == rest);
                    step = $"attempt {running.FirstAttempt}";
                    began.Restart();
                    break;
                case "step":
                    step = rest;
                    break;
                case "end":
                    _results[running!.Class] = JsonSerializer.Deserialize<TrialResult>(rest)!;
                    ended.Add(running);
                    running = null;
                    break;
            }
        }

        child.WaitForExit();
        over.Cancel();
        watch.Join();
        if (running is not null)
        {
            ended.Add(running);
            Ended(running, step, killed ?? $"the process ends with {child.ExitCode}");
        }

        foreach (var job in jobs.Where(job => !ended.Contains(job)))
        {
            _waiting.Enqueue(job);
        }
    }

    private void Ended(TrialJob job, string step, string why)
    {
        if (step.StartsWith("attempt ", StringComparison.Ordinal))
        {
            if (_restarts.AddOrUpdate(job.Class, 1, static (_, count) => count + 1) <= MostRestarts)
            {
                var attempt = int.Parse(step["attempt ".Length..], System.Globalization.CultureInfo.InvariantCulture);
                _waiting.Enqueue(job with { FirstAttempt = attempt + 1 });
            }
            else
            {
                _results[job.Class] = new TrialResult(job.Class, Outcome.NoInput, why);
            }

            return;
        }

        var isTime = why.StartsWith("it takes", StringComparison.Ordinal);
        _results[job.Class] = new TrialResult(job.Class, isTime ? Outcome.Unfinished : Outcome.Wrong, why, step);
    }

    private static ProcessStartInfo Start(string jobs)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(TrialRunner).Assembly.Location);
        }

        start.ArgumentList.Add(TrialCommand.Name);
        start.ArgumentList.Add(jobs);
        start.Environment["OMP_NUM_THREADS"] = "1";
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x60000000";
        return start;
    }
}
