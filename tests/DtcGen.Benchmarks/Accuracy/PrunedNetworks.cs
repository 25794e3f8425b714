using DtcGen.Criteria;
using DtcGen.Datasets;
using DtcGen.Replay;
using DtcGen.Samples.Mnist;
using DtcGen.Sweeps;
using DtcGen.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Benchmarks;

/// <summary>
/// The paper's network, pruned to some sizes: accuracy right after, and 200 batches of training later, with the layer
/// behind refitted and without.
/// </summary>
internal sealed class PrunedNetworks
{
    private const int Neurons = 512;
    private const int BatchSize = 512;
    private const int Passes = 10;
    private const int StepsLater = 200;

    private readonly (Tensor Inputs, Tensor Targets)[] _train;
    private readonly (Tensor Inputs, Tensor Targets) _test;
    private readonly Calibration _calibration;
    private readonly Cell _cell;
    private readonly AfterClip[] _ways;
    private readonly Figures _figures = [];

    /// <summary>Reads the images.</summary>
    /// <param name="images">MNIST.</param>
    /// <param name="batches">How many batches the criterion and the refit see.</param>
    /// <param name="cell">Has the seed, and is told how far it is.</param>
    /// <param name="ways">What follows a clip.</param>
    public PrunedNetworks(ImageDataset images, int batches, Cell cell, AfterClip[] ways)
    {
        _train = ImageBatches.Cut(images.Train, Mnist.Normalization, BatchSize, flat: true);
        _test = ImageBatches.Whole(images.Test, Mnist.Normalization);
        _calibration = Calibration.Labelled(_train.Take(batches));
        (_cell, _ways) = (cell, ways);
    }

    /// <summary>How many of the 512 neurons stay.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [127, 51, 22, 9];

    /// <summary>A figure's name.</summary>
    public static string Name(int size, AfterClip way, bool later)
        => $"{size} neurons, {way.Name}{(later ? $", {StepsLater} batches later" : "")}";

    /// <summary>A trained network, pruned to each size in one call.</summary>
    public Figures AtOnce(Func<uint, ICriterion> make)
    {
        using var dense = Fresh();
        Train(dense, Passes * _train.Length);
        _figures.Add("dense", Accuracy(dense));
        foreach (var way in _ways)
        {
            foreach (var size in Sizes)
            {
                _cell.Cancellation.ThrowIfCancellationRequested();
                using var model = new Mlp();
                model.load_state_dict(dense.state_dict());
                Pruning.Run(model, new PruneOptions
                {
                    Budget = Budget.Neurons((double)size / Neurons),
                    Criterion = make((uint)_cell.Seed),
                    Calibration = _calibration,
                    Reconstruction = way.Reconstruction,
                });
                Measure(model, size, way);
                _cell.Report((double)_figures.Count() / ((Sizes.Count * 2 * _ways.Length) + 1));
            }
        }

        return _figures;
    }

    /// <summary>A network that is trained and clipped in turn, as in the published run.</summary>
    public Figures InCycles(Func<uint, ICriterion> make)
    {
        foreach (var way in _ways)
        {
            using var model = Fresh();
            CompressTrain.Run(
                model,
                new CompressOptions
                {
                    Batches = Batches.InOrder(_train),
                    Schedule = new FloorSchedule(10),
                    Criterion = make((uint)_cell.Seed),
                    Calibration = _calibration,
                    Reconstruction = way.Reconstruction,
                    StepProgress = new OnStep(step =>
                    {
                        if (step.Position.StepInCycle == CompressOptions.DefaultStepsPerCycle - 1 && Left(model) is var left
                            && Sizes.Contains(left))
                        {
                            _figures.Add(Name(left, way, later: true), Accuracy(model));
                        }
                    }),
                    Evaluate = _ =>
                    {
                        var accuracy = Accuracy(model);
                        if (Sizes.Contains(Left(model)))
                        {
                            _figures.Add(Name(Left(model), way, later: false), accuracy);
                        }

                        var done = Math.Log((double)Left(model) / Neurons, 9.0 / Neurons);
                        _cell.Report((Array.IndexOf(_ways, way) + done) / _ways.Length);
                        return accuracy;
                    },
                },
                cancellation: _cell.Cancellation);
            _cell.Cancellation.ThrowIfCancellationRequested();
            Train(model, StepsLater);
            _figures.Add(Name(Left(model), way, later: true), Accuracy(model));
        }

        return _figures;
    }

    private static int Left(Mlp model) => (int)model.Groups.Sum(model.CountNeurons);

    // As the paper draws them.
    private Mlp Fresh()
    {
        random.manual_seed(_cell.Seed);
        var model = new Mlp();
        foreach (var weight in model.parameters())
        {
            init.xavier_normal_(weight);
        }

        return model;
    }

    private void Train(Mlp model, int steps)
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.Adam(model.parameters(), 1e-3);
        new TrainingLoop(model, Batches.InOrder(_train)).Run(optimizer, steps, cancellation: _cell.Cancellation);
    }

    private void Measure(Mlp model, int size, AfterClip way)
    {
        _figures.Add(Name(size, way, later: false), Accuracy(model));
        Train(model, StepsLater);
        _figures.Add(Name(size, way, later: true), Accuracy(model));
    }

    private double Accuracy(Mlp model) => TrainingLoop.Accuracy(model, _test.Inputs, _test.Targets);

    /// <summary>At once, in the training's own thread.</summary>
    private sealed class OnStep(Action<TrainingStep> action) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => action(value);
    }
}
