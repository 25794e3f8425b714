using DtcGen.Criteria;
using DtcGen.Tests.Training;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Pruned;

/// <summary>The layer that makes the output is fitted to the targets: nothing that it could compute has a smaller loss.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class OutputFitTests
{
    private static readonly Reconstruction Fitted = new() { FitOutput = true, Ridge = 1e-9 };

    [Theory]
    [InlineData(1)]
    [InlineData(1e-6)]
    public void WithSquaredErrorsItIsTheLeastSquares(double size)
    {
        using var scope = NewDisposeScope();
        using var model = Wide(1);
        var (inputs, targets) = (randn(400, 2, 5, 5, ScalarType.Float64), randn(400, 4, ScalarType.Float64) * size);

        // The ridge counts in the loss's units.
        var report = Pruning.Run(
            model,
            Options(Calibration.Labelled([(inputs, targets)], SquaredError)) with
            {
                Reconstruction = Fitted with { Ridge = 1e-9 * size * size },
            });

        var took = Seen.On(model, inputs, "leave")["leave"].Input;
        var design = cat([took, ones(400, 1, ScalarType.Float64)], 1);
        var products = design.T.matmul(design) + (eye(design.shape[1], dtype: ScalarType.Float64) * 1e-9);
        var solved = LeastSquares.Solve(GreedyRemovalTests.Plain(products), GreedyRemovalTests.Plain(design.T.matmul(targets)));
        var best = (design.matmul(tensor(solved)) - targets).square().mean().item<double>();
        var loss = report.Layers.Single(static layer => layer.Layer == "leave").Loss!;
        Assert.InRange(loss.After, best, best * 1.0005);
        Assert.True(loss.Before > best * 1.01, "nothing was to be gained, so that any fit is good");
        Assert.Equal(loss.After, Loss(model, inputs, targets, SquaredError), 1e-12 * size * size);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WithCrossEntropyItIsLogisticRegression(bool sequential)
    {
        using var scope = NewDisposeScope();
        using var model = Wide(2);
        var inputs = randn(600, 2, 5, 5, ScalarType.Float64);
        var (all, some) = (inputs.sum([1, 2, 3]).gt(0), inputs.select(1, 0).sum([1, 2]).gt(1));
        var targets = all.to(ScalarType.Int64) + (2 * some.to(ScalarType.Int64));
        var parts = inputs.split(250).Zip(targets.split(250));

        var report = Pruning.Run(
            model, Options(Calibration.Labelled(parts)) with { Reconstruction = Fitted with { Sequential = sequential } });

        // By Newton's method, which it has nothing to do with.
        var took = Seen.On(model, inputs, "leave")["leave"].Input;
        var best = Newton(GreedyRemovalTests.Plain(cat([took, ones(600, 1, ScalarType.Float64)], 1)), targets.data<long>().ToArray(), 4);
        var loss = report.Layers.Single(static layer => layer.Layer == "leave").Loss!;
        Assert.InRange(loss.After, best * (1 - 1e-9), best * 1.002);
        Assert.True(loss.Before > best * 1.01, "nothing was to be gained, so that any fit is good");
        Assert.Equal(loss.After, Loss(model, inputs, targets, TrainingLoop.CrossEntropy), 1e-9);
        Assert.Contains(", loss ", report.Layers.Single(static layer => layer.Layer == "leave").ToString(), StringComparison.Ordinal);
        Assert.Contains($"leave, fitted to the loss: {loss}", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TheRidgeHoldsTheWeight()
    {
        using var scope = NewDisposeScope();
        var inputs = randn(400, 2, 5, 5, ScalarType.Float64);
        var calibration = Calibration.Labelled([(inputs, randint(0, 4, 400))]);
        using var free = Wide(3);
        using var held = Wide(3);
        using var refitted = Wide(3);
        Pruning.Run(refitted, Options(calibration) with { Reconstruction = new Reconstruction { Ridge = 1000 } });
        Pruning.Run(held, Options(calibration) with { Reconstruction = new Reconstruction { Ridge = 1000, FitOutput = true } });
        Pruning.Run(free, Options(calibration));

        Assert.InRange(Distance(held, "leave.weight"), 0, 1e-3);
        Assert.InRange(Distance(held, "leave.bias"), 1e-4, 1);
        Assert.InRange(Distance(free, "leave.weight"), 1e-2, double.MaxValue);

        double Distance(ImageNet model, string name)
            => (model.get_parameter(name)! - refitted.get_parameter(name)!).abs().max().item<double>();
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.BFloat16)]
    public void ALayerThatLostNoInputsIsFittedToo(ScalarType type)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(4);
        using var model = new SmallNet();
        model.to(type);
        var weight = model.get_parameter("last.weight")!;
        var inputs = randn(500, 5).to(type);

        // As of a loader: a batch lives as long as it is looked at.
        var report = Pruning.Run(model, Options(Calibration.Labelled(Drawn())) with
        {
            Rules = [new LayerRule("second") { Keep = true }],
        });

        var layer = report.Layers.Single(static layer => layer.Layer == "last");
        Assert.Equal("it lost no inputs", layer.Refusal);
        Assert.True(layer.Loss!.After < layer.Loss.Before * 0.98);
        Assert.Equal(type, weight.dtype);
        Assert.Same(weight, model.get_parameter("last.weight"));
        Assert.Equal(
            layer.Loss.After,
            Loss(
                model,
                inputs,
                inputs.select(1, 0).gt(0).to(ScalarType.Int64),
                static (output, wanted) => TrainingLoop.CrossEntropy(output.to(ScalarType.Float32), wanted)),
            type == ScalarType.BFloat16 ? 0.01 : 1e-5);

        IEnumerable<(Tensor, Tensor)> Drawn()
        {
            for (var first = 0; first < 500; first += 100)
            {
                var batch = inputs.narrow(0, first, 100).clone();
                yield return (batch, batch.select(1, 0).gt(0).to(ScalarType.Int64));
            }
        }
    }

    [Fact]
    public void InCyclesEachClipIsFollowedByTheFit()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(6);
        using var model = new SmallNet();
        var inputs = randn(200, 5);
        (Tensor, Tensor)[] batches = [(inputs, inputs.select(1, 0).gt(0).to(ScalarType.Int64))];
        var result = CompressTrain.Run(model, new CompressOptions
        {
            Batches = Batches.InOrder(batches),
            Schedule = new GeometricSchedule(0.5, cycles: 2),
            Criterion = new OutputCriterion(),
            Calibration = Calibration.Labelled(batches),
            Reconstruction = Fitted,
            StepsPerCycle = 3,
        });

        Assert.Equal(2, result.Cycles.Count);
        Assert.All(result.Cycles, static cycle =>
        {
            var loss = cycle.Layers.Single(static layer => layer.Loss is not null).Loss!;
            Assert.True(loss.After < loss.Before);
        });
    }

    [Fact]
    public void ALossThatThrowsInTheFitLeavesTheModelAsItWas()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        using var model = new SmallNet();
        var before = model.call(ones(1, 5)).data<float>().ToArray();
        var calls = 0;
        var calibration = Calibration.Labelled(
            [(randn(50, 5), randint(0, 3, 50))],
            (output, targets) => output.requires_grad && calls++ > 3
                ? throw new DeliberateException()
                : TrainingLoop.CrossEntropy(output, targets));

        var failed = Assert.Throws<InvalidOperationException>(() => Pruning.Run(model, Options(calibration)));

        Assert.IsType<DeliberateException>(failed.InnerException);
        Assert.Equal(before, model.call(ones(1, 5)).data<float>().ToArray());
        Assert.Equal([8, 7], model.Groups.Select(model.CountNeurons));
    }

    [Fact]
    public void WhatTheLossHoldsOfTheModelGetsNoGradients()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(8);
        using var model = new SmallNet();
        var weight = model.get_parameter("first.weight")!;

        var report = Pruning.Run(model, Options(Calibration.Labelled(
            [(randn(200, 5), randint(0, 3, 200))],
            (output, targets) => TrainingLoop.CrossEntropy(output, targets) + (weight.square().sum() * 1e-4))));

        var loss = report.Layers.Single(static layer => layer.Layer == "last").Loss!;
        Assert.True(loss.After < loss.Before);
        Assert.All(model.parameters(), static parameter => Assert.Null(parameter.grad));
    }

    [Fact]
    public void WhatForwardDoesToTheFittedOutputIsFound()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(9);
        using var model = new Bounded();
        var inputs = randn(200, 5);
        var before = model.call(inputs).data<float>().ToArray();

        var refused = Assert.Throws<ArgumentException>(() => Pruning.Run(
            model, Options(Calibration.Labelled([(inputs, inputs.narrow(1, 0, 3) * 500)], SquaredError))));

        Assert.Contains("the model returns something else than what 'last' makes", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, model.call(inputs).data<float>().ToArray());
        Pruning.Run(model, Options(Calibration.Labelled([(inputs, inputs.narrow(1, 0, 3))], SquaredError)));
    }

    [Fact]
    public void ALayerThatAlsoDoesSomethingElseIsRefused()
    {
        using var scope = NewDisposeScope();
        var calibration = Calibration.Labelled([(randn(50, 5), randint(0, 3, 50))]);
        using var reused = new Reused();
        var calls = Assert.Throws<ArgumentException>(() => Pruning.Run(reused, Options(calibration)));
        Assert.EndsWith(
            "cannot fit 'last', which makes the model's output: forward calls it more than once.", calls.Message, StringComparison.Ordinal);

        var steps = 0;
        var beforeTraining = Assert.Throws<ArgumentException>(() => CompressTrain.Run(reused, new CompressOptions
        {
            Batches = Batches.InOrder([(randn(50, 5), randint(0, 3, 50))]),
            Schedule = new GeometricSchedule(0.5, cycles: 2),
            StepProgress = new Direct<TrainingStep>(_ => steps++),
            Calibration = calibration,
            Reconstruction = Fitted,
        }));
        Assert.Equal(calls.Message, beforeTraining.Message);
        Assert.Equal(0, steps);
    }

    [Fact]
    public void WhatHasNoSuchLayerIsRefused()
    {
        using var scope = NewDisposeScope();
        using var twins = new Twins();
        var summed = Assert.Throws<ArgumentException>(
            () => Pruning.Run(twins, Options(Calibration.Labelled([(randn(50, 5), randint(0, 3, 50))]))));
        Assert.StartsWith(
            "Reconstruction.FitOutput fits the fully connected layer that makes the model's output, and Twins returns what no such layer made",
            summed.Message,
            StringComparison.Ordinal);

        using var model = new SmallNet();
        var without = Assert.Throws<ArgumentException>(() => Pruning.Run(model, Options(Calibration.Inputs(randn(50, 5)))));
        Assert.Contains("give batches by Calibration.Labelled", without.Message, StringComparison.Ordinal);
        var none = Assert.Throws<ArgumentException>(
            () => Pruning.Run(model, new PruneOptions { Budget = Budget.Neurons(0.5), Reconstruction = Fitted }));
        Assert.Equal(without.Message, none.Message);
        var infinite = Assert.Throws<ArgumentException>(() => Pruning.Run(model, Options(Calibration.Labelled(
            [(randn(50, 5), randint(0, 3, 50))], static (output, _) => output.sum() / 0))));
        Assert.Contains("The loss of the calibration's targets is NaN or infinite.", infinite.Message, StringComparison.Ordinal);
        Assert.Equal([8, 7], model.Groups.Select(model.CountNeurons));
    }

    private static PruneOptions Options(Calibration calibration) => new()
    {
        Budget = Budget.Neurons(0.7),
        Criterion = new NormCriterion(NormOrder.L2),
        Calibration = calibration,
        Reconstruction = Fitted,
    };

    private static Tensor SquaredError(Tensor output, Tensor wanted) => (output - wanted).square().mean();

    private static ImageNet Wide(int seed)
    {
        random.manual_seed(seed);
        var model = new ImageNet();
        model.to(ScalarType.Float64);
        return model;
    }

    private static double Loss(nn.Module<Tensor, Tensor> model, Tensor inputs, Tensor targets, Func<Tensor, Tensor, Tensor> loss)
    {
        using var guard = no_grad();
        model.eval();
        return loss(model.call(inputs), targets).to(ScalarType.Float64).item<double>();
    }

    // The least mean cross-entropy of logits that are linear in the rows.
    private static double Newton(double[,] rows, long[] targets, int classes)
    {
        var (count, entries) = (rows.GetLength(0), rows.GetLength(1));
        var weights = new double[entries * classes];
        var loss = 0.0;
        for (var step = 0; step < 30; step++)
        {
            loss = 0;
            var slope = new double[weights.Length, 1];
            var curvature = new double[weights.Length, weights.Length];
            for (var row = 0; row < count; row++)
            {
                var logits = Enumerable.Range(0, classes)
                    .Select(c => Enumerable.Range(0, entries).Sum(e => rows[row, e] * weights[(c * entries) + e]))
                    .ToArray();
                var total = logits.Sum(Math.Exp);
                var share = Array.ConvertAll(logits, logit => Math.Exp(logit) / total);
                loss -= Math.Log(share[targets[row]]) / count;
                for (var c = 0; c < classes; c++)
                {
                    for (var e = 0; e < entries; e++)
                    {
                        slope[(c * entries) + e, 0] += (share[c] - (targets[row] == c ? 1 : 0)) * rows[row, e] / count;
                        for (var d = 0; d < classes; d++)
                        {
                            var bend = share[c] * ((c == d ? 1 : 0) - share[d]) * rows[row, e] / count;
                            for (var f = 0; f < entries; f++)
                            {
                                curvature[(c * entries) + e, (d * entries) + f] += bend * rows[row, f];
                            }
                        }
                    }
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                // One class's weights are free: the same may be added to all.
                curvature[i, i] += 1e-10;
            }

            var change = LeastSquares.Solve(curvature, slope);
            for (var i = 0; i < weights.Length; i++)
            {
                weights[i] -= change[i, 0];
            }
        }

        return loss;
    }
}
