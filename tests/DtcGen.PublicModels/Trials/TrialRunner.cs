using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace DtcGen.PublicModels.Trials;

/// <summary>Runs classes in children of this process, so that what a class does to its process harms no other.</summary>
/// <param name="folder">Where files for the children can be put.</param>
internal sealed class TrialRunner(string folder)
{
    private const int EachChild = 12;
    private const int MostRestarts = 2;

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
        using var child = new TrialProcess(Start(file));
        var (running, step, attempt) = ((TrialJob?)null, string.Empty, 0);
        var left = jobs.ToList();
        foreach (var (word, rest) in child.Read())
        {
            switch (word)
            {
                case "begin":
                    running = jobs.Single(job => job.Class == rest);
                    left.Remove(running);
                    (step, attempt) = ("construct", running.FirstAttempt);
                    child.BeginClass();
                    break;
                case "attempt":
                    (step, attempt) = ("construct", int.Parse(rest, CultureInfo.InvariantCulture));
                    break;
                case "step":
                    step = rest;
                    break;
                case "end":
                    Add(JsonSerializer.Deserialize<TrialResult>(rest)!);
                    running = null;
                    break;
            }
        }

        if (running is not null)
        {
            Ended(running, step, attempt, child);
        }

        foreach (var job in left)
        {
            _waiting.Enqueue(job);
        }
    }

    // Other arguments may make a smaller model, or one that does not end the process.
    private void Ended(TrialJob job, string step, int attempt, TrialProcess child)
    {
        var isConstructed = step != "construct";
        if ((!isConstructed || child.IsStopped) && _restarts.AddOrUpdate(job.Class, 1, static (_, count) => count + 1) <= MostRestarts)
        {
            _waiting.Enqueue(job with { FirstAttempt = attempt + 1 });
            return;
        }

        var outcome = !isConstructed ? Outcome.NoInput : child.IsStopped ? Outcome.Unfinished : Outcome.Wrong;
        Add(new TrialResult(job.Class, outcome, child.End, $"{step}\n{child.Errors}"));
    }

    private void Add(TrialResult result)
    {
        _results[result.Class] = result;
        Console.Error.WriteLine($"{_results.Count}: {result.Class}: {result.Outcome} {result.Reason}");
    }

    private static ProcessStartInfo Start(string jobs)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
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
