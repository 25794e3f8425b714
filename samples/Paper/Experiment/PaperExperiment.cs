using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using static TorchSharp.torch;

namespace DtcGen.Samples.Paper;

/// <summary>Runs all methods and repeats.</summary>
/// <param name="protocol">The experiment's numbers.</param>
/// <param name="reading">How the method is read.</param>
/// <param name="batches">The data.</param>
/// <param name="checkpoints">Where each cycle is saved.</param>
/// <param name="threads">Threads to use.</param>
internal sealed class PaperExperiment(
    PaperProtocol protocol, Reading reading, PaperBatches batches, CheckpointStore checkpoints, int threads)
{
    /// <summary>How many cycles a run has.</summary>
    public int CountCycles()
    {
        var cycles = 0;
        var neurons = protocol.HiddenNeurons;
        while (protocol.Schedule.CountKept(protocol.HiddenNeurons, neurons, cycles) is var kept && kept < neurons)
        {
            neurons = kept;
            cycles++;
        }

        return cycles;
    }

    /// <summary>Runs them; the results do not depend on the number of threads or on the order they finish in.</summary>
    /// <param name="methods">The methods.</param>
    /// <param name="repeats">How many repeats.</param>
    /// <param name="progress">Told of each cycle.</param>
    /// <param name="cancellation">Stops all of them.</param>
    public IReadOnlyList<MethodSeries> Run(
        IReadOnlyList<PaperMethod> methods, int repeats, IPaperProgress progress, CancellationToken cancellation)
    {
        (PaperMethod Method, int Repeat)[] plan = [.. Enumerable.Range(0, repeats).SelectMany(r => methods.Select(m => (m, r)))];
        var series = new MethodSeries[plan.Length];
        var runner = new MethodRunner(protocol, reading, batches, checkpoints, progress);

        // Each run computes on one thread, the last ones too: sums over several add up in another order.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var before = get_num_threads();
        set_num_threads(1);
        try
        {
            Parallel.ForEach(
                Partitioner.Create(Enumerable.Range(0, plan.Length), EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = Math.Min(threads, plan.Length), CancellationToken = stop.Token },
                i =>
                {
                    // It is kept for each thread of the program by itself.
                    set_num_threads(1);
                    series[i] = Run(runner, plan[i], stop);
                });
        }
        catch (AggregateException e)
        {
            // The runs that a failure stopped count as cancelled: the failure is what matters.
            ExceptionDispatchInfo.Throw(
                e.InnerExceptions.FirstOrDefault(inner => inner is not OperationCanceledException) ?? e.InnerExceptions[0]);
        }
        finally
        {
            set_num_threads(before);
        }

        return series;
    }

    private static MethodSeries Run(MethodRunner runner, (PaperMethod Method, int Repeat) run, CancellationTokenSource stop)
    {
        try
        {
            return runner.Run(run.Method, run.Repeat, stop.Token);
        }
        catch
        {
            stop.Cancel();
            throw;
        }
    }
}
