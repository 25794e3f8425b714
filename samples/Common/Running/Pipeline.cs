using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DtcGen.Commands;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>
/// The whole way: train, compress while training, fine-tune, export, compare, measure. A run that is stopped or
/// fails writes what it has finished.
/// </summary>
internal sealed class Pipeline<TModel>(Sample<TModel> sample, SampleOptions options, OutputFolder folder, IRunDisplay display)
    where TModel : Module<Tensor, Tensor>, IDualTomographic, IOnnxExportable
{
    private const string ResultFile = "result.json";

    private readonly Recipe _recipe = sample.CreateRecipe(options.Quick);
    private readonly List<string> _written = [];
    private string _doing = "starting";

    /// <exception cref="SampleException">The data cannot be used, or a file cannot be written.</exception>
    /// <exception cref="TrainingFailedException">The loss or a weight is not a number.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the message says where.</exception>
    /// <exception cref="PipelineException">Something else went wrong; the message says where.</exception>
    public async Task<RunResult> RunAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var data = await ChooseDataAsync(cancellationToken);
        display.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Data: {data.Dataset.Name} ({data.Origin}), {data.Dataset.Train.Count:N0} training and {data.Dataset.Test.Count:N0} test images."));
        var result = new RunResult
        {
            Dataset = data.Dataset.Name,
            DataOrigin = data.Origin,
            Seed = options.Seed,
            Criterion = options.Criterion.ToString().ToLowerInvariant(),
            TargetSparsity = options.Sparsity,
            Compressibility = CompressibilityResult.For(options),
        };

        // What an earlier run left in the folder no longer counts as complete.
        Save($"not finished: begun at {DateTime.UtcNow:u}");
        _written.Clear();
        try
        {
            Run(data.Dataset, result, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var where = Save($"stopped while {_doing}");
            throw new OperationCanceledException($"Stopped while {_doing}. {where}", cancellationToken);
        }
        catch (Exception e) when (e is not SampleException)
        {
            var where = Save($"failed while {_doing}: {e.Message}");
            if (e is OutputException)
            {
                throw;
            }

            throw e is TrainingStoppedException
                ? new TrainingFailedException($"While {_doing}: {e.Message} {where}", e)
                : new PipelineException($"While {_doing}. {where}", e);
        }

        Save(RunResult.Completed);
        return result;

        string Save(string status)
        {
            result.Status = status;
            result.Seconds.Total = Stopwatch.GetElapsedTime(started).TotalSeconds;
            folder.Write(
                ResultFile, path => File.WriteAllText(path, JsonSerializer.Serialize(result, ResultJson.Default.RunResult) + "\n"));
            _written.Add(ResultFile);
            return $"Written to {folder.Path}: {string.Join(", ", _written)}.";
        }
    }

    private async Task<ChosenData> ChooseDataAsync(CancellationToken cancellationToken)
    {
        _doing = "choosing the data";
        IStageDisplay? stage = null;
        try
        {
            var progress = new Reporter<DownloadProgress>(file => (stage ??= display.Begin("download")).Update(
                (double)file.Received / (file.Total ?? long.MaxValue),
                string.Create(CultureInfo.InvariantCulture, $"{file.File}, {file.Received / 1e6:F1} MB")));
            return await DataChoice.ChooseAsync(sample.Source, options, _recipe.TrainLimit, _recipe.TestLimit, progress, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"Stopped while {_doing}. Nothing is written.", cancellationToken);
        }
        finally
        {
            stage?.Dispose();
        }
    }

    private void Run(ImageDataset data, RunResult result, CancellationToken cancellationToken)
    {
        using var scope = NewDisposeScope();
        using var train = new TensorImages(data.Train, sample.Normalization);
        using var test = new TensorImages(data.Test, sample.Normalization);
        manual_seed(options.Seed);
        using var model = sample.CreateModel();
        var exporter = new Exporter(folder, display, test);
        var facts = new FileFacts(data, sample.Normalization, options);
        var loss = Objective.Create(model, options.Compressibility);

        _doing = "training the dense network";
        result.Seconds.Train = Seconds(() =>
        {
            using var stage = display.Begin("train");
            Training.Run(
                model,
                Shuffled(0),
                loss,
                _recipe.DenseEpochs,
                _recipe.DenseLearningRate,
                _recipe.LearningRateDecay,
                stage,
                cancellationToken);
        });

        _doing = "measuring the dense network's weights";
        result.Compressibility.Dense = Threshold();

        _doing = "exporting the dense network";
        var dense = exporter.Run(model, "dense", facts.Dense(model), cancellationToken);
        result.Dense = dense.Result;
        _written.Add(dense.FileName);

        using var control = _recipe.Control ? Copy(model) : null;
        _doing = "compressing";
        CompressState? compressed = null;
        result.Seconds.Compress = Seconds(() =>
        {
            compressed = Compression.Run(model, options, _recipe, Shuffled(1).At, test, display, result.Cycles, cancellationToken);
            _doing = "fine-tuning";
            using var stage = display.Begin("fine-tune");
            Training.Run(
                model,
                Shuffled(2),
                loss,
                _recipe.FineTuneEpochs,
                _recipe.FineTuneLearningRate,
                _recipe.LearningRateDecay,
                stage,
                cancellationToken);
        });

        if (control is not null)
        {
            _doing = "training the dense network on, to compare with";
            result.Control = GoOn(control);
        }

        _doing = "measuring the pruned network's weights";
        result.Compressibility.Pruned = Threshold();

        _doing = "exporting the pruned network";
        var pruned = exporter.Run(model, "pruned", facts.Pruned(model, compressed!, result.Criterion), cancellationToken);
        result.Pruned = pruned.Result;
        _written.Add(pruned.FileName);
        result.Parity = ParityResult.Worse(dense.Parity, pruned.Parity);
        result.Seconds.Export = dense.ExportSeconds + pruned.ExportSeconds;
        result.Seconds.Parity = dense.ParitySeconds + pruned.ParitySeconds;

        _doing = "measuring latencies";
        result.Seconds.Latency = Seconds(() =>
        {
            using var stage = display.Begin("latency");
            result.Dense = Latencies.Measure(dense, folder, test, _recipe.LatencyRuns);
            stage.Update(0.5, dense.FileName);
            cancellationToken.ThrowIfCancellationRequested();
            result.Pruned = Latencies.Measure(pruned, folder, test, _recipe.LatencyRuns);
            stage.Update(1, pruned.FileName);
        });

        // As many passes as fit into the time that the compression took, as training went until then.
        ControlResult GoOn(TModel network)
        {
            var secondsPerEpoch = result.Seconds.Train.Value / _recipe.DenseEpochs;
            var epochs = Math.Max(1, (int)Math.Round(result.Seconds.Compress.Value / secondsPerEpoch));
            var seconds = Seconds(() =>
            {
                using var stage = display.Begin("dense, trained on");
                Training.Run(
                    network,
                    Shuffled(3),
                    Objective.Create(network, options.Compressibility),
                    epochs,
                    _recipe.FineTuneLearningRate,
                    _recipe.LearningRateDecay,
                    stage,
                    cancellationToken);
            });
            result.Seconds.Control = seconds;
            return new ControlResult(Evaluation.Accuracy(network, test), seconds, epochs);
        }

        WeightsResult Threshold() => Thresholding.Run(model, result.Compressibility.Threshold, result.Compressibility.Exported, test);

        // A stream of its own for each part of the run; the constant spreads the seeds over all 32 bits.
        ShuffledBatches Shuffled(uint part)
            => new(train, _recipe.BatchSize, unchecked((uint)options.Seed + part * 0x9E3779B9), _recipe.Augment);
    }

    private TModel Copy(TModel model)
    {
        var copy = sample.CreateModel();
        copy.load_state_dict(model.state_dict());
        return copy;
    }

    private static double Seconds(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
