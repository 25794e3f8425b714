using DtcGen.Calibrating;
using DtcGen.Criteria;
using DtcGen.Datasets;
using DtcGen.Onnx;
using DtcGen.Samples.Cifar;
using DtcGen.Sweeps;
using DtcGen.Training;
using static TorchSharp.torch;

namespace DtcGen.Benchmarks;

/// <summary>ResNet-20, trained, pruned in one call to a half and a quarter of its multiply-adds in several ways, and trained on.</summary>
internal sealed class ResidualNetworks
{
    private const int BatchSize = 64;
    private const string Statistics = "L2, statistics anew";
    private const string Peer = "Torch-Pruning, L2";

    private static readonly (string Name, Func<uint, ICriterion> Make, Reconstruction? Refit)[] Ways =
    [
        ("L2", static _ => new NormCriterion(NormOrder.L2), null),
        ("random, refitted", static seed => new RandomCriterion(seed), new()),
        ("DTC as described, refitted", static _ => new DualTomographicCriterion(), new()),
        ("L2, refitted at once", static _ => new NormCriterion(NormOrder.L2), new() { Sequential = false }),
        ("L2, refitted", static _ => new NormCriterion(NormOrder.L2), new()),
        ("output, refitted", static _ => new OutputCriterion(), new()),
        ("output, refitted, FitOutput", static _ => new OutputCriterion(), new() { FitOutput = true }),
    ];

    private readonly (Tensor Inputs, Tensor Targets) _train;
    private readonly (Tensor Inputs, Tensor Targets) _test;
    private readonly (Tensor Inputs, Tensor Targets)[] _calibration;
    private readonly int _epochs;
    private readonly int _later;
    private readonly Cell _cell;
    private readonly ResidualPeer? _peer;
    private readonly Figures _figures = [];

    /// <summary>Reads the images.</summary>
    public ResidualNetworks(ImageDataset images, int seen, int epochs, int later, Cell cell, ResidualPeer? peer)
    {
        _train = ImageBatches.Whole(images.Train, Cifar10.Normalization);
        _test = ImageBatches.Whole(images.Test, Cifar10.Normalization);
        _calibration = [.. ImageBatches.Cut(images.Train, Cifar10.Normalization, BatchSize).Take(seen / BatchSize)];
        (_epochs, _later, _cell, _peer) = (epochs, later, cell, peer);
    }

    /// <summary>By how much the multiply-adds are divided.</summary>
    public static IReadOnlyList<int> Factors { get; } = [2, 4];

    // Two of each way, one of the peer's tensors, and the dense network's.
    private static int AllFigures => (Factors.Count * ((2 * AllWays.Count) + 1)) + 1;

    /// <summary>All ways to prune, as the table shows them.</summary>
    public static IReadOnlyList<string> AllWays { get; } = [Peer, Ways[0].Name, Statistics, .. Ways[1..].Select(static way => way.Name)];

    /// <summary>A figure's name.</summary>
    public static string Name(string way, int factor, bool later) => $"{way}, {factor}× fewer{(later ? ", trained on" : "")}";

    /// <summary>All figures of a seed.</summary>
    public Figures Measure()
    {
        using var dense = Dense();
        _figures.Add("dense", Accuracy(dense));
        foreach (var factor in Factors)
        {
            foreach (var (name, make, refit) in Ways)
            {
                using var model = Copy(dense);
                Pruning.Run(
                    model,
                    new PruneOptions
                    {
                        Budget = OnnxBudget.MultiplyAdds(1.0 / factor, OnnxInput.Batched(3, 32, 32)),
                        Criterion = make((uint)_cell.Seed),
                        Calibration = Calibration.Labelled(_calibration),
                        Reconstruction = refit,
                    },
                    _cell.Cancellation);
                Measure(name, factor, model);
            }

            using var again = Copy(dense);
            Pruning.Run(again, new PruneOptions
            {
                Budget = OnnxBudget.MultiplyAdds(1.0 / factor, OnnxInput.Batched(3, 32, 32)),
                Criterion = new NormCriterion(NormOrder.L2),
            });
            NormStatistics.Refresh(again, Calibration.Labelled(_calibration), static (_, _, _) => { }, _cell.Cancellation);
            Measure(Statistics, factor, again);
            if (_peer is not null)
            {
                using var theirs = _peer.Prune(dense, 1.0 / factor, _calibration[0].Inputs);

                // Its default: the mean over layers of their norms.
                var same = new NormCriterion(NormOrder.L2) { Combination = Combination.Mean };
                using var ours = ResidualPeer.Pruned(dense, group => (int)theirs.CountNeurons(group), (model, group, size)
                    => NeuronSelection.Keep(same.Score(CriterionContext.Read(model, group)), size));
                _figures.Add($"tensors that are the peer's, {factor}× fewer", ResidualPeer.SameTensors(ours, theirs));
                Measure(Peer, factor, theirs);
            }
        }

        return _figures;
    }

    private double Accuracy(ResNet20 model) => TrainingLoop.Accuracy(model, _test.Inputs, _test.Targets);

    private static ResNet20 Copy(ResNet20 model)
    {
        var copy = new ResNet20();
        copy.load_state_dict(model.state_dict());
        copy.eval();
        return copy;
    }

    private ResNet20 Dense()
    {
        var path = Path.Combine(_cell.Folder, "dense.weights");
        random.manual_seed(_cell.Seed);
        var model = new ResNet20();
        if (File.Exists(path))
        {
            model.load(path);
        }
        else
        {
            Train(model, _epochs, 3e-3, "training");
            model.save(path + ".part");
            File.Move(path + ".part", path);
        }

        model.eval();
        return model;
    }

    private void Measure(string way, int factor, ResNet20 model)
    {
        _figures.Add(Name(way, factor, later: false), Accuracy(model));
        Train(model, _later, 1e-3, Name(way, factor, later: true));
        _figures.Add(Name(way, factor, later: true), Accuracy(model));
    }

    // Adam, whose step size falls to a tenth; images mirrored and shifted by chance, a batch at a time.
    private void Train(ResNet20 model, int epochs, double rate, string doing)
    {
        var shuffled = Batches.Shuffled(_train.Inputs, _train.Targets, BatchSize, (uint)_cell.Seed);
        var loop = new TrainingLoop(model, position =>
        {
            var (inputs, targets) = shuffled(position);
            var chance = new Random(unchecked((_cell.Seed * 1_000_003) + (int)position.Step));
            var padded = nn.functional.pad(chance.Next(2) == 0 ? inputs : inputs.flip(3), (4, 4, 4, 4));
            return (padded.narrow(2, chance.Next(9), 32).narrow(3, chance.Next(9), 32), targets);
        });
        var steps = (int)_train.Targets.shape[0] / BatchSize;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            _cell.Report((double)_figures.Count() / AllFigures, $"{doing}, epoch {epoch + 1} of {epochs}");
            using var scope = NewDisposeScope();
            using var optimizer = optim.Adam(model.parameters(), rate * Math.Pow(0.1, epoch / Math.Max(1.0, epochs - 1)));
            loop.Run(optimizer, steps, new TrainingPosition(0, 0, (long)epoch * steps), cancellation: _cell.Cancellation);
        }

        model.eval();
    }
}
