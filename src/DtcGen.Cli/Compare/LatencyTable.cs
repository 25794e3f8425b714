using DtcGen.Cli.Compare.Samples;
using DtcGen.Cli.Terminal;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare;

/// <summary>Times both models in each setting, one right after the other.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="samples">The samples that they are run on.</param>
/// <param name="inputs">What the models take.</param>
/// <param name="ratio">The dense model's multiply-adds divided by the pruned one's.</param>
internal sealed class LatencyTable(CompareOptions options, SampleSet samples, ModelInputs inputs, double? ratio)
{
    private const int LargeBatch = 32;
    private const int FewestToWarmUp = 5;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(4);

    /// <summary>Times them.</summary>
    /// <param name="progress">Told of each setting.</param>
    /// <param name="remarks">Gets what should be known besides.</param>
    /// <param name="cancellationToken">Stops between two runs.</param>
    public IReadOnlyList<ComparedLatency> Measure(StageProgress progress, List<string> remarks, CancellationToken cancellationToken)
    {
        int[] batches = inputs.OneByOne ? [1] : inputs.FixedBatch is { } only ? [only] : [1, LargeBatch];
        int[] threads = [.. new[] { 1, Environment.ProcessorCount }.Distinct()];
        if (inputs.FixedBatch is not null)
        {
            remarks.Add($"The models take batches of {batches[0]} only, so no other is timed.");
        }

        if (inputs.OneByOne)
        {
            remarks.Add("The inputs share no batch as their first dimension, so each sample is a run of its own, and one run is timed.");
        }

        var rows = new List<ComparedLatency>();
        foreach (var (thread, batch) in threads.SelectMany(t => batches.Select(b => (t, b))))
        {
            var input = samples.Batch(batch);
            var forPruned = inputs.Pairs.ToSecond(input);
            var dense = Time(options.Dense, batch, thread, input, progress, cancellationToken);
            var pruned = Time(options.Pruned, batch, thread, forPruned, progress, cancellationToken);
            var speedUp = dense.Median / pruned.Median;
            rows.Add(new ComparedLatency(batch, thread, dense, pruned, speedUp, ratio is { } r ? speedUp / r : null));
        }

        var fewest = rows.Min(r => Math.Min(r.Dense.Runs, r.Pruned.Runs));
        if (fewest < options.Runs)
        {
            remarks.Add(
                $"Slow settings are timed for {TimeLimit.TotalSeconds:0} seconds instead of {options.Runs} runs; the fewest runs are {fewest}.");
        }

        return rows;
    }

    private OnnxLatencyResult Time(
        string file, int batch, int threads, IReadOnlyList<OnnxArray> input, StageProgress progress, CancellationToken cancellationToken)
    {
        progress.Report($"timing {file}, batch {batch}, {threads} {(threads == 1 ? "thread" : "threads")}");
        var settings = new OnnxLatencyOptions
        {
            Runs = options.Runs,
            Warmup = Math.Max(FewestToWarmUp, options.Runs / 10),
            Threads = threads,
            TimeLimit = TimeLimit
        };
        return OnnxLatency.Measure(file, input, settings, cancellationToken);
    }
}
