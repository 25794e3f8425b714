using DtcGen.Criteria;
using DtcGen.Samples.Cifar;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>One pruning step: every group is scored and loses a tenth of its channels.</summary>
internal sealed class PruningBenchmark : IBenchmark
{
    private const double ShareClipped = 0.1;

    // Until the runtime has compiled what runs often.
    private const int WarmUps = 15;
    private const int Repeats = 15;
    private const int LargeRepeats = 3;
    private const string Large = "ResNet-50";

    private static readonly ICriterion[] Criteria = [new NormCriterion(NormOrder.L2), new DualTomographicCriterion()];

    public string Name => "pruning";

    public string Description => "A pruning step over all groups of ResNet-20, ResNet-56 and ResNet-50, beside Torch-Pruning.";

    public bool NeedsTorchPruning => true;

    public IReadOnlyList<BenchmarkResult> Run(BenchmarkSettings settings)
    {
        var peer = settings.Peers ? PythonPeer.FindTorchPruning(settings.TorchPruning) : null;
        List<BenchmarkResult> results = [];
        foreach (var threads in settings.Threads)
        {
            set_num_threads(threads);
            string[] arguments =
            [
                "--repeats", $"{Repeats}",
                "--large-repeats", $"{LargeRepeats}",
                "--share", ShareClipped.ToString(Number.Invariant),
            ];
            var (ours, theirs) = Rounds.Run(
                Ours,
                peer is null ? null : () => peer.Measure("pruning.py", threads, [.. arguments, "--torch-pruning", settings.TorchPruning!]));
            foreach (var network in new[] { "ResNet-20", "ResNet-56" })
            {
                CheckSameParameters(network, ours, theirs);
                foreach (var criterion in Criteria)
                {
                    var name = criterion.Name;
                    results.Add(Result($"{network}, {name}; the peer with its graph", $"{network} {name}", $"{network} with graph"));
                }

                var first = Criteria[0].Name;
                results.Add(Result($"{network}, {first}; the peer's graph made before", $"{network} {first}", network));
                results.Add(new BenchmarkResult(
                    $"{network}, scores alone, {Criteria[1].Name}",
                    threads,
                    ours[$"{network} {Criteria[1].Name} scores"],
                    ours[$"{network} {first} scores"],
                    $"{first} scores of ours",
                    "ms"));
            }

            CheckSameParameters(Large, ours, theirs);
            results.Add(
                Result($"{Large}, l2, with its recording; the peer with its graph", $"{Large} with recording", $"{Large} with graph"));
            results.Add(Result($"{Large}, l2, recorded before; the peer with its graph", Large, $"{Large} with graph"));
            results.Add(Result($"{Large}, l2, recorded before; the peer's graph made before", Large, Large));

            BenchmarkResult Result(string name, string key, string other)
                => new(name, threads, ours[key], theirs.TryGetValue(other, out var time) ? time : null, peer?.Name, "ms");
        }

        return results;
    }

    private static Dictionary<string, List<double>> Ours()
    {
        Dictionary<string, List<double>> results = [];
        Measure("ResNet-20", static () => new ResNet20(), results);
        Measure("ResNet-56", static () => new ResNet56(), results);
        MeasureRecorded(results);
        return results;
    }

    private static void Measure<TModel>(string network, Func<TModel> create, Dictionary<string, List<double>> results)
        where TModel : Module<Tensor, Tensor>, IDualTomographic
    {
        foreach (var criterion in Criteria)
        {
            List<double> times = [], scores = [];
            for (var repeat = -WarmUps; repeat < Repeats; repeat++)
            {
                using var model = create();
                var time = Timing.Of(() => Step(model, criterion));

                // Of another, so that the step meets weights that nothing has just read.
                using var whole = create();
                var scored = Timing.Of(() => Score(whole, criterion));
                if (repeat >= 0)
                {
                    scores.Add(scored.TotalMilliseconds);
                    times.Add(time.TotalMilliseconds);
                }

                results[$"{network} parameters"] = [CountParameters(model)];
            }

            results[$"{network} {criterion.Name}"] = times;
            results[$"{network} {criterion.Name} scores"] = scores;
        }
    }

    // A recording stands in the place of the peer's graph. The networks before, of which the class alone decides, need none.
    private static void MeasureRecorded(Dictionary<string, List<double>> results)
    {
        List<double> steps = [], both = [];
        using var example = randn(1, 3, 224, 224);
        for (var repeat = -1; repeat < LargeRepeats; repeat++)
        {
            using var model = new ResNet50();
            model.eval();
            var recording = Timing.Of(() => model.Record(example));
            var step = Timing.Of(() => Step(model, Criteria[0]));
            if (repeat >= 0)
            {
                steps.Add(step.TotalMilliseconds);
                both.Add((recording + step).TotalMilliseconds);
            }

            results[$"{Large} parameters"] = [CountParameters(model)];
        }

        results[Large] = steps;
        results[$"{Large} with recording"] = both;
    }

    private static long CountParameters(Module model) => model.parameters().Sum(static parameter => parameter.numel());

    private static void Score(IDualTomographic model, ICriterion criterion)
    {
        foreach (var group in model.Groups)
        {
            using var scope = NewDisposeScope();
            criterion.Score(CriterionContext.Read(model, group));
        }
    }

    private static void Step(IDualTomographic model, ICriterion criterion)
    {
        foreach (var group in model.Groups)
        {
            using var scope = NewDisposeScope();
            var context = CriterionContext.Read(model, group);
            var scores = criterion.Score(context);
            model.Clip(group, NeuronSelection.Keep(scores, NeuronSelection.CountKept(context.Neurons, 1 - ShareClipped)));
        }
    }

    /// <summary>Both sides must have had the same network and removed the same number of channels from each group.</summary>
    private static void CheckSameParameters(string network, Dictionary<string, double> ours, Dictionary<string, double> theirs)
    {
        var key = $"{network} parameters";
        if (theirs.TryGetValue(key, out var parameters) && parameters != ours[key])
        {
            throw new InvalidOperationException(
                $"{network} has {ours[key]} parameters after our step and {parameters} after the peer's, so the two cannot be compared.");
        }
    }
}
