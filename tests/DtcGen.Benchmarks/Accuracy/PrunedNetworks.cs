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
    private readonly Reconstruction?[] _refits;
    private readonly Figures _figures = [];

    /// <summary>Reads the images.</summary>
    /// <param name="images">MNIST.</param>
    /// <param name="batches">How many batches the criterion and the refit see.</param>
    /// <param name="cell">Has the seed, and is told how far it is.</param>
    /// <param name="fitOutput">Whether the refit ends with the fit to the targets; without the refit there is nothing then.</param>
    public PrunedNetworks(ImageDataset images, int batches, Cell cell, bool fitOutput)
    {
        _refits = fitOutput ? [new Reconstruction { FitOutput = true }] : [null, new Reconstruction()];
        _train = ImageBatches.Cut(images.Train, Mnist.Normalization, BatchSize, flat: true);
        _test = ImageBatches.Whole(images.Test, Mnist.Normalization);
        _calibration = Calibration.Labelled(_train.Take(batches));
        _cell = cell;
    }

    /// <summary>How many of the 512 neurons stay.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [127, 51, 22, 9];

    /// <summary>Without the refit, and with it.</summary>
    public static IReadOnlyList<bool> Both { get; } = [false, true];

    /// <summary>A figure's name.</summary>
    public static string Name(int size, bool refit, bool later)
        => $"{size} neurons, {(refit ? "refitted" : "cut")}{(later ? $", {StepsLater} batches later" : "")}";

    /// <summary>A trained network, pruned to each size in one call.</summary>
    public Figures AtOnce(Func<uint, ICriterion> make)
    {
        using var dense = Fresh();
        Train(dense, Passes * _train.Length);
        _figures.Add("dense", Accuracy(dense));
        foreach (var refit in _refits)
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
                    Reconstruction = refit,
                });
                Measure(model, size, refit is not null);
                _cell.Report((double)_figures.Count() / ((Sizes.Count * 2 * _refits.Length) + 1));
            }
        }

        return _figures;
    }

    /// <summary>A network that is trained and clipped in turn, as in the published run.</summary>
    public Figures InCycles(Func<uint, ICriterion> make)
    {
        foreach (var refit in _refits)
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
                    Reconstruction = refit,
                    StepProgress = new OnStep(step =>
                    {
                        if (step.Position.StepInCycle == CompressOptions.DefaultStepsPerCycle - 1 && Left(model) is var left
                            && Sizes.Contains(left))
                        {
                            _figures.Add(Name(left, refit is not null, later: true), Accuracy(model));
                        }
                    }),
                    Evaluate = _ =>
                    {
                        var accuracy = Accuracy(model);
                        if (Sizes.Contains(Left(model)))
                        {
                            _figures.Add(Name(Left(model), refit is not null, later: false), accuracy);
                        }

                        _cell.Report((Array.IndexOf(_refits, refit) + Math.Log((double)Left(model) / Neurons, 9.0 / Neurons)) / _refits.Length);
                        return accuracy;
                    },
                },
                cancellation: _cell.Cancellation);
            _cell.Cancellation.ThrowIfCancellationRequested();
            Train(model, StepsLater);
            _figures.Add(Name(Left(model), refit is not null, later: true), Accuracy(model));
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

    private void Measure(Mlp model, int size, bool refit)
    {
        _figures.Add(Name(size, refit, later: false), Accuracy(model));
        Train(model, StepsLater);
        _figures.Add(Name(size, refit, later: true), Accuracy(model));
    }

    private double Accuracy(Mlp model) => TrainingLoop.Accuracy(model, _test.Inputs, _test.Targets);

    /// <summary>At once, in the training's own thread.</summary>
    private sealed class OnStep(Action<TrainingStep> action) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value) => action(value);
    }
}
