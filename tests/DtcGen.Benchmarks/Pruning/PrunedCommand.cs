using System.CommandLine;
using DtcGen.Criteria;
using DtcGen.Datasets;
using DtcGen.Replay;
using DtcGen.Samples;
using DtcGen.Samples.Mnist;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>The verb that measures what the paper's network can do right after it was pruned, by each criterion.</summary>
internal static class PrunedCommand
{
    private const int Neurons = 512;
    private const int BatchSize = 512;
    private static readonly bool[] Both = [false, true];

    private static readonly (string Name, Func<uint, ICriterion> Make)[] Criteria =
    [
        ("random", static seed => new RandomCriterion(seed)),
        ("magnitude of ray sums", static _ => new MagnitudeCriterion()),
        ("DTC, as described", static _ => new DualTomographicCriterion()),
        ("DTC, as published", static _ => new DualTomographicCriterion(Variant.AsPublished)),
        ("L1", static _ => new NormCriterion()),
        ("L2", static _ => new NormCriterion(NormOrder.L2)),
        ("geometric median", static _ => new GeometricMedianCriterion()),
        ("mean activation", static _ => new MeanActivationCriterion()),
        ("APoZ", static _ => new ZeroShareCriterion()),
        ("Taylor", static _ => new TaylorCriterion()),
        ("diagonal Hessian", static _ => new DiagonalHessianCriterion()),
        ("output", static _ => new OutputCriterion()),
    ];

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "Folder of the MNIST idx files (default: environment variable DTC_DATA)." };
        var seeds = new Option<int>("--seeds") { Description = "How many networks.", DefaultValueFactory = static _ => 10 };
        var passes = new Option<int>("--passes")
        {
            Description = "How often each is trained on all images before it is pruned.",
            DefaultValueFactory = static _ => 10,
        };
        var batches = new Option<int>("--batches")
        {
            Description = "How many batches of 512 training images the criteria and the refit see.",
            DefaultValueFactory = static _ => 20,
        };
        var sizes = new Option<int[]>("--sizes")
        {
            Description = "How many of the 512 neurons stay.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => [127, 51, 22, 9],
        };
        var criteria = new Option<string[]>("--criteria")
        {
            Description = "Which criteria, by their names in the table (default: all).",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = static _ => [.. Criteria.Select(static criterion => criterion.Name)],
        };
        var cycles = new Option<bool>("--cycles")
        {
            Description = "Train and clip in turn, as the paper does: 200 batches, then a tenth of the neurons leaves.",
        };
        var json = new Option<FileInfo?>("--json") { Description = "Writes the results here as JSON." };
        var command = new Command("pruned", "Accuracy on MNIST right after 784-512-10 was pruned in one call, for each criterion.")
        {
            data, seeds, passes, batches, sizes, criteria, cycles, json,
        };
        command.SetAction(parsed =>
        {
            if ((parsed.GetValue(data) ?? Environment.GetEnvironmentVariable(DataSource.FolderVariable)) is not { Length: > 0 } folder)
            {
                Console.Error.WriteLine($"Give --data DIR, or set the environment variable {DataSource.FolderVariable}.");
                return ExitCode.BadInput;
            }

            using var scope = NewDisposeScope();
            var images = Mnist.Load(folder);
            var (train, test) = (Batches(images.Train), Batches(images.Test));
            var calibration = Calibration.Labelled(train.Take(parsed.GetValue(batches)));
            var chosen = Criteria.Where(criterion => parsed.GetRequiredValue(criteria).Contains(criterion.Name)).ToArray();
            var accuracies = new List<(string Criterion, bool Refit, int Neurons, double Accuracy)>();
            for (var seed = 1; seed <= parsed.GetValue(seeds); seed++)
            {
                if (parsed.GetValue(cycles))
                {
                    Cycle(seed);
                }
                else
                {
                    PruneAtOnce(seed);
                }

                Console.Error.WriteLine($"seed {seed} of {parsed.GetValue(seeds)}");
            }

            PrunedMeasurement[] results = [
                .. accuracies.GroupBy(static item => (item.Criterion, item.Refit, item.Neurons)).Select(
                    static group => new PrunedMeasurement(
                    group.Key.Criterion, group.Key.Refit, group.Key.Neurons, [.. group.Select(static item => item.Accuracy)]))
            ];
            Array.ForEach(results, static result => Console.WriteLine(FormattableString.Invariant(
                $"{result.Criterion,-22} {(result.Refit ? "refitted" : "cut"),-8} {result.Neurons,3}: {result.Accuracies.Average():0.0000}")));
            ResultFile.Write(parsed.GetValue(json), results);
            return 0;

            void PruneAtOnce(int seed)
            {
                using var dense = Trained(seed, train, parsed.GetValue(passes));
                accuracies.Add(("none", false, Neurons, Accuracy(dense, test)));
                foreach (var (name, make) in chosen)
                {
                    foreach (var (refit, size) in Both.SelectMany(
                        _ => parsed.GetRequiredValue(sizes), static (refit, size) => (refit, size)))
                    {
                        using var model = new Mlp();
                        model.load_state_dict(dense.state_dict());
                        Pruning.Run(model, new PruneOptions
                        {
                            Budget = Budget.Neurons((double)size / Neurons),
                            Criterion = make((uint)seed),
                            Calibration = calibration,
                            Reconstruction = refit ? new Reconstruction() : null,
                        });
                        accuracies.Add((name, refit, size, Accuracy(model, test)));
                    }
                }
            }

            void Cycle(int seed)
            {
                foreach (var (name, make) in chosen)
                {
                    foreach (var refit in Both)
                    {
                        using var model = Fresh(seed);
                        var run = CompressTrain.Run(model, new CompressOptions
                        {
                            Batches = DtcGen.Training.Batches.InOrder(train),
                            Schedule = new FloorSchedule(10),
                            Criterion = make((uint)seed),
                            Calibration = calibration,
                            Reconstruction = refit ? new Reconstruction() : null,
                            Evaluate = _ => Accuracy(model, test),
                        });
                        accuracies.AddRange(run.Cycles
                            .Where(cycle => parsed.GetRequiredValue(sizes).Contains(cycle.Neurons))
                            .Select(cycle => (name, refit, cycle.Neurons, cycle.Metric!.Value)));
                    }
                }
            }
        });
        return command;
    }

    // As the paper draws them.
    private static Mlp Fresh(int seed)
    {
        random.manual_seed(seed);
        var model = new Mlp();
        foreach (var weight in model.parameters())
        {
            nn.init.xavier_normal_(weight);
        }

        return model;
    }

    private static Mlp Trained(int seed, (Tensor Inputs, Tensor Targets)[] batches, int passes)
    {
        var model = Fresh(seed);
        using var scope = NewDisposeScope();
        using var optimizer = optim.Adam(model.parameters(), 1e-3);
        new TrainingLoop(model, DtcGen.Training.Batches.InOrder(batches)).Run(optimizer, passes * batches.Length);
        return model;
    }

    private static double Accuracy(Mlp model, (Tensor Inputs, Tensor Targets)[] batches)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        model.eval();
        var right = batches.Sum(batch => model.call(batch.Inputs).argmax(1).eq(batch.Targets).sum().item<long>());
        return (double)right / batches.Sum(static batch => batch.Targets.shape[0]);
    }

    private static (Tensor Inputs, Tensor Targets)[] Batches(LabeledImages images)
    {
        var pixels = tensor(Mnist.Normalization.Apply(images.Pixels, 1, images.ImageSize)).reshape(images.Count, images.ImageSize);
        var labels = tensor(Array.ConvertAll(images.Labels, static label => (long)label));
        return [.. pixels.split(BatchSize).Zip(labels.split(BatchSize))];
    }
}
