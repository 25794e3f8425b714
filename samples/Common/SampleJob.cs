using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using DtcGen.Commands;
using DtcGen.Compressibility;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>What a sample's page has to work with, and where it leaves what came out.</summary>
public sealed class SampleJob
{
    /// <summary>
    /// Weights below this share of their tensor's largest magnitude are set to zero. Adam's last steps are a thousandth of the largest
    /// weights or so, and weights that the compressibility loss holds at zero swing that far around it.
    /// </summary>
    private const double Threshold = 0.02;

    private const string ResultFile = "result.json";

    private readonly OutputFolder _folder;
    private readonly DataSource _source;
    private readonly string _origin;
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly DateTime _begunAt = DateTime.UtcNow;
    private readonly List<string> _files = [];
    private readonly JsonObject _compressibility;
    private (WeightCompression Weights, double Accuracy)? _dense;
    private string _doing = "starting";

    internal SampleJob(
        SampleOptions options,
        OutputFolder folder,
        DataSource source,
        ImageDataset data,
        string origin,
        ConsoleProgress display,
        CancellationToken cancellationToken)
    {
        (Options, _folder, _source, Data) = (options, folder, source, data);
        (_origin, Display, Cancellation) = (origin, display, cancellationToken);
        _compressibility = new JsonObject
        {
            ["lambda"] = options.Compressibility,
            ["threshold"] = Threshold,
            ["exported"] = options.Compressibility > 0,
        };
        Report.Facts["dataset"] = data.Name;
        Report.Facts["dataOrigin"] = origin;
        Report.Facts["seed"] = options.Seed;
        Report.Facts["criterion"] = options.Criterion;
        Report.Facts["targetSparsity"] = options.Sparsity;
        Report.Facts["compressibility"] = _compressibility;
    }

    /// <summary>What the user asked for.</summary>
    public SampleOptions Options { get; }

    /// <summary>The images.</summary>
    public ImageDataset Data { get; }

    /// <summary>Shows how far it is.</summary>
    public ConsoleProgress Display { get; }

    /// <summary>What came out, for the table at the end and result.json.</summary>
    public CompressReport Report { get; } = new();

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Does a part of the work: shown while it lasts, and named should it be stopped or fail.</summary>
    /// <param name="part">What its seconds are called in result.json; parts of one name add up.</param>
    /// <param name="doing">What it does, as <c>training the network</c>.</param>
    /// <param name="steps">How many steps or samples it has; 0 where it is over in no time.</param>
    /// <param name="work">The work.</param>
    public T Do<T>(string part, string doing, long steps, Func<T> work)
    {
        Cancellation.ThrowIfCancellationRequested();
        _doing = doing;
        using var stage = Display.Begin(doing, steps);
        var begun = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            var before = Report.Seconds.TryGetValue(part, out var seconds) ? seconds : 0;
            Report.Seconds[part] = before + Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }
    }

    /// <inheritdoc cref="Do{T}"/>
    public void Do(string part, string doing, long steps, Action work) => Do(part, doing, steps, () =>
    {
        work();
        return true;
    });

    /// <summary>The path of a file that the page writes.</summary>
    /// <param name="name">Its name in the output folder.</param>
    public string File(string name)
    {
        _files.Add(name);
        return _folder.FileName(name);
    }

    /// <summary>Images as a tensor of samples × channels × rows × columns, float32, and their classes as numbers, int64.</summary>
    /// <param name="set">Some of <see cref="Data"/>.</param>
    public (Tensor Images, Tensor Classes) Tensors(LabeledImages set) => (
        tensor(
            _source.Normalization.Apply(set.Pixels, set.Channels, set.Height * set.Width),
            [set.Count, set.Channels, set.Height, set.Width]),
        tensor(Array.ConvertAll(set.Labels, static label => (long)label)));

    /// <summary>What a file keeps of the run that made it.</summary>
    /// <param name="side"><c>dense</c> or <c>pruned</c>.</param>
    public IReadOnlyDictionary<string, string> FactsOf(string side)
    {
        var sparsity = side == "dense" ? 0 : Report.Cycles.LastOrDefault()?.Sparsity ?? 0;
        var facts = new Dictionary<string, string>
        {
            ["dataset"] = Data.Name,
            ["method"] = side == "dense" ? "none" : Options.Criterion,
            ["sparsity"] = sparsity.ToString(CultureInfo.InvariantCulture),
            ["seed"] = Options.Seed.ToString(CultureInfo.InvariantCulture),
        };
        if (Options.Compressibility > 0)
        {
            facts["compressibility"] = Options.Compressibility.ToString(CultureInfo.InvariantCulture);
        }

        return facts;
    }

    /// <summary>Times a file under ONNX Runtime, for one image and for 512 at once.</summary>
    /// <param name="path">The file.</param>
    /// <param name="images">Images to run it on; repeated when there are fewer than a batch.</param>
    /// <param name="runs">Timed runs at each size.</param>
    public IReadOnlyDictionary<int, double> Latencies(string path, Tensor images, int runs)
        => Do("latency", $"timing {Path.GetFileName(path)}", 0, () => new[] { 1, 512 }.ToDictionary(static batch => batch, batch =>
        {
            Cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            var chosen = arange(batch).remainder(images.shape[0]);
            return OnnxLatency.Measure(path, images.index_select(0, chosen).ToOnnxArray(), runs, Math.Max(1, runs / 10)).Median;
        }));

    /// <summary>Sets small weights to zero, to stay so where --compressibility is above 0, and measures what the others take.</summary>
    /// <param name="side"><c>dense</c>, then <c>pruned</c>.</param>
    /// <param name="model">The network.</param>
    /// <param name="images">Test images.</param>
    /// <param name="classes">Their classes.</param>
    public void MeasureWeights(string side, Module<Tensor, Tensor> model, Tensor images, Tensor classes)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        (Tensor Parameter, Tensor Before)[] saved = [
            .. model.parameters().Select(static parameter => (parameter.detach(), parameter.detach().clone()))
        ];
        WeightCompression.Threshold(model, Threshold);
        var (weights, accuracy) = (WeightCompression.Measure(model), TrainingLoop.Accuracy(model, images, classes));
        foreach (var (parameter, before) in Options.Compressibility > 0 ? [] : saved)
        {
            parameter.copy_(before);
        }

        _compressibility[side] = new JsonObject
        {
            ["weights"] = weights.Weights,
            ["nonZeros"] = weights.NonZeros,
            ["sparsity"] = weights.Sparsity,
            ["bitsPerWeight"] = weights.BitsPerWeight,
            ["bitsPerNonZero"] = weights.BitsPerNonZero,
            ["deflateBytes"] = weights.DeflateBytes,
            ["entropyBytes"] = weights.EntropyBytes,
            ["accuracy"] = accuracy,
        };
        if (_dense is var (denseWeights, denseAccuracy))
        {
            Report.AddRow("weights not zero *", denseWeights.NonZeros, weights.NonZeros);
            Report.AddRow("sparsity of weights *", denseWeights.Sparsity, weights.Sparsity, "F4", isShare: true);
            Report.AddRow("entropy, bits per weight *", denseWeights.BitsPerWeight, weights.BitsPerWeight, "F3");
            Report.AddRow("weights by DEFLATE, bytes *", denseWeights.DeflateBytes, weights.DeflateBytes);
            Report.AddRow("weights by entropy, bytes *", denseWeights.EntropyBytes, weights.EntropyBytes);
            Report.AddRow("accuracy *", denseAccuracy, accuracy, "F4", isShare: true);
            Report.Notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"* With weights below {Threshold:P0} of their layer's largest set to zero; the files hold the weights {(Options.Compressibility > 0 ? "after" : "before")} that. Entropy and bytes: quantised in 127 steps each way."));
        }

        _dense = (weights, accuracy);
    }

    /// <summary>Does the work, and says and writes what came out, however it ends.</summary>
    /// <exception cref="SampleException">A file cannot be written, or the loss or a weight is not a number.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; the message says where.</exception>
    internal void CarryOut(Action<SampleJob> work)
    {
        Display.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Data: {Data.Name} ({_origin}), {Data.Train.Count:N0} training and {Data.Test.Count:N0} test images."));

        // What an earlier run left in the folder no longer counts as complete.
        Save($"not finished: begun at {_begunAt:u}");
        try
        {
            work(this);
            Save("completed");
        }
        catch (OperationCanceledException e) when (Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException($"Stopped while {_doing}. {Save($"stopped while {_doing}")}", e, Cancellation);
        }
        catch (Exception e) when (e is not OutputException)
        {
            Report.Cycles = e is TrainingStoppedException { Cycles: { Count: > 0 } cycles } ? cycles : Report.Cycles;
            var where = Save($"failed while {_doing}: {e.Message}");
            throw e switch
            {
                TrainingStoppedException => new SampleException($"While {_doing}: {e.Message} {where}", e) { ExitCode = ExitCode.TrainingFailed },
                SampleException => e,
                IOException or UnauthorizedAccessException => new SampleException($"While {_doing}: {e.Message}", e),
                _ => new InvalidOperationException($"While {_doing}. {where}", e),
            };
        }

        Display.WriteLine($"\n{Report}");
        Display.WriteLine($"Data: {Data.Name} ({_origin}).");
        Display.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Written()} {Report.Seconds["total"]:F1} s in all."));
    }

    private string Save(string status)
    {
        Report.Status = status;
        Report.Seconds["total"] = Stopwatch.GetElapsedTime(_begun).TotalSeconds;
        var path = _folder.FileName(ResultFile);
        try
        {
            Report.Save(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SampleException($"{path}: cannot be written ({e.Message}).", e);
        }

        return Written();
    }

    // Of this run: an earlier one may have left a file of the same name.
    private string Written()
        => $"Written to {_folder.Path}: {string.Join(", ", _files.Where(name => System.IO.File.GetLastWriteTimeUtc(_folder.FileName(name)) >= _begunAt).Append(ResultFile))}.";
}
