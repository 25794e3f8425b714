using DtcGen.Cli.Commands;
using DtcGen.Cli.Compare.Samples;
using DtcGen.Cli.Inspect;
using DtcGen.Cli.Models;
using DtcGen.Cli.Terminal;
using DtcGen.Onnx;
using Microsoft.ML.OnnxRuntime;
using Spectre.Console;

namespace DtcGen.Cli.Compare;

/// <summary>Does what <c>dtc compare</c> was asked for.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="console">Where the result goes.</param>
/// <param name="error">Where progress goes.</param>
internal sealed class CompareRun(CompareOptions options, IAnsiConsole console, IAnsiConsole error)
{
    private const int BatchSize = 256;

    /// <summary>Compares, prints and writes what was asked for.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The exit code.</returns>
    public int Run(CancellationToken cancellationToken)
    {
        var result = StageProgress.Run(error, progress => Compare(progress, cancellationToken));
        options.Json.Write(console, result);
        if (!options.Json.TakesOutput)
        {
            CompareTable.Print(console, result);
        }

        return result.LimitsBroken.Count == 0 ? ToolExitCode.Done : ToolExitCode.Found;
    }

    private CompareResult Compare(StageProgress progress, CancellationToken cancellationToken)
    {
        progress.Report("reading the models");
        var dense = ModelSource.Load(options.Dense);
        var pruned = ModelSource.Load(options.Pruned);
        var dimensions = DimensionSizes.For(options.Dimensions, dense, pruned);
        var inputs = ModelInputs.Of(dense, pruned);

        progress.Report("reading the samples");
        var samples = (options switch
        {
            { Data: { } folder } => DatasetSamples.Load(folder, inputs, options.Normalization, [dense, pruned]),
            { Inputs: { } file } => NpzSamples.Load(file, inputs),
            _ => RandomSamples.Draw(
                Whole(options.Random, inputs),
                options.Seed,
                inputs,
                dimensions,
                InputValues.For(options.Values, inputs),
                [dense, pruned]),
        }).Take(options.Limit);
        if (options.Limits.MaxAccuracyDrop is not null && samples.Labels is null)
        {
            throw new CliException($"--max-accuracy-drop needs labels: use --data DIR, or add an array {NpzSamples.Labels} to --inputs.");
        }

        if (options.Limits.MinAgreement is not null && samples.AreRandom)
        {
            throw new CliException(
                "--min-agreement needs real samples, since the classes of random ones say nothing: use --data DIR or --inputs FILE.npz, or --max-difference.");
        }

        var remarks = inputs.Remarks.ToList();
        var first = InspectResult.Of(dense, dimensions, zeros: false);
        var second = InspectResult.Of(pruned, dimensions, zeros: false);
        double? ratio = first.Totals.MultiplyAdds is { } a && second.Totals.MultiplyAdds is { } b && b > 0 ? (double)a / b : null;
        foreach (var model in new[] { first, second }.DistinctBy(static m => m.File))
        {
            if (DimensionSizes.Wanted(model.Layers) is { } wanted)
            {
                remarks.Add($"{model.File}: {wanted}");
            }
        }

        try
        {
            var outputs = Outputs(samples, inputs, progress, remarks, cancellationToken);
            outputs = outputs with
            {
                Samples = samples.OneByOne ? samples.Count : outputs.Samples,
                ArgmaxAgreement = samples.AreRandom ? double.NaN : outputs.ArgmaxAgreement,
            };

            var latency = options.Runs == 0
                ? []
                : new LatencyTable(options, samples, inputs, ratio).Measure(progress, remarks, cancellationToken);
            return new CompareResult(
                Describe(first),
                Describe(second),
                ratio,
                samples.Description,
                samples.Normalization,
                outputs,
                ComparedLayer.Changed(first.Layers, second.Layers),
                latency,
                remarks,
                [.. options.Limits.Broken(outputs)]);
        }
        catch (OnnxRuntimeException e)
        {
            throw new CliException($"ONNX Runtime refuses {options.Dense} or {options.Pruned} on {samples.Description}: {e.Message}");
        }
        catch (OnnxModelException e)
        {
            throw new CliException(e.Message);
        }
    }

    private static ComparedModel Describe(InspectResult model)
        => new(model.File, model.Totals.Parameters, model.Totals.MultiplyAdds, model.Totals.FileBytes, model.Facts.Neurons);

    // Random samples are drawn so that they fill whole batches where the model insists on one.
    private static int Whole(int count, ModelInputs inputs) => inputs.FixedBatch is { } batch ? (count + batch - 1) / batch * batch : count;

    private OnnxComparisonResult Outputs(
        SampleSet samples, ModelInputs inputs, StageProgress progress, List<string> remarks, CancellationToken cancellationToken)
    {
        var size = inputs.FixedBatch ?? BatchSize;
        var whole = inputs.FixedBatch is not null;
        if (whole && samples.Count < size)
        {
            throw new CliException(
                $"{inputs.File} takes batches of {size} only, and there are {samples.Count} samples ({samples.Description}).");
        }

        if (whole && samples.Count % size != 0)
        {
            remarks.Add($"The models take batches of {size} only; the last {samples.Count % size} samples are left out.");
        }

        var stage = $"comparing outputs on {samples.Description}";
        progress.Report(stage, 0, samples.Count);
        return OnnxComparison.Compare(
            options.Dense,
            options.Pruned,
            samples.Batches(size, whole),
            samples.Labels,
            new Told(done => progress.Report(stage, done, samples.Count)),
            cancellationToken);
    }

    // Progress<T> would tell from another thread, after the work is over.
    private sealed class Told(Action<long> tell) : IProgress<long>
    {
        public void Report(long value) => tell(value);
    }
}
