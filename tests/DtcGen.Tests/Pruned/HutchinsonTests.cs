using DtcGen.Criteria;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>The diagonal of the Hessian by Hutchinson's estimate.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class HutchinsonTests
{
    private static readonly DiagonalHessianCriterion Hutchinson = new() { Estimate = HessianEstimate.Hutchinson };

    // Of a sum of fourth powers, the Hessian is diagonal, so that one vector tells it exactly.
    [Fact]
    public void ADiagonalHessianIsFoundExactly()
    {
        using var scope = NewDisposeScope();
        using var model = Model();
        var calibration = Calibration.Of<SmallNet, double>([1.0, 2.5], static (net, factor) =>
            factor * (net.get_parameter("first.weight")!.pow(4).sum() + net.get_parameter("second.weight")!.sum()));

        var scores = Scores(model, new DiagonalHessianCriterion { Estimate = HessianEstimate.Hutchinson, Vectors = 1 }, calibration);

        // Half of both layers of ½·12·w²·w², the mean of the factors being 1.75; the second layer takes no part.
        var first = Values(model, "first.weight");
        Assert.Equal(
            Enumerable.Range(0, 8).Select(neuron => 0.5 * 1.75 * 6 * first.Skip(neuron * 5).Take(5).Sum(static w => w * w * w * w)),
            scores[0],
            static (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.All(scores[1], static score => Assert.Equal(0, score));
    }

    [Fact]
    public void TheDiagonalIsThatOfSecondDifferences()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(6);
        using var model = new Tiny();
        model.to(float64);
        var batches = Enumerable.Range(0, 2).Select(static _ => (randn(12, 2, dtype: float64), randn(12, 2, dtype: float64))).ToArray();
        var calibration = Calibration.Labelled(batches, static (output, targets) => functional.mse_loss(output, targets));

        double[][] estimates = [.. Enumerable.Range(0, 8).Select(seed => Scores(model, Estimate((uint)seed), calibration)[0])];
        var squared = Scores(model, new DiagonalHessianCriterion(), calibration)[0];

        var (enter, leave) = (Terms("enter.weight"), Terms("leave.weight"));
        double[] exact = [.. Enumerable.Range(0, 3).Select(
            neuron => 0.5 * (enter[2 * neuron] + enter[(2 * neuron) + 1] + leave[neuron] + leave[3 + neuron]))];
        var isFarther = false;
        for (var neuron = 0; neuron < 3; neuron++)
        {
            // What the seeds say of how far their mean may be off; the other estimate is farther.
            var mean = estimates.Average(estimate => estimate[neuron]);
            var error = Math.Sqrt(estimates.Sum(estimate => Math.Pow(estimate[neuron] - mean, 2)) / 7 / 8);
            Assert.InRange(exact[neuron], mean - (3 * error), mean + (3 * error));
            Assert.True(error < 0.15 * exact.Max(), $"{error} of {exact.Max()}");
            isFarther |= Math.Abs(squared[neuron] - mean) > 3 * error;
        }

        Assert.True(isFarther);

        static DiagonalHessianCriterion Estimate(uint seed)
            => new() { Estimate = HessianEstimate.Hutchinson, Vectors = 150, Seed = seed };

        // ½·h·w² of each weight.
        double[] Terms(string name)
        {
            const double Step = 1e-4;
            using var guard = no_grad();
            var parameter = model.get_parameter(name)!;
            var middle = Loss();
            return [.. Values(model, name).Select((weight, place) =>
            {
                using var entry = parameter.view(-1)[place];
                entry.add_(Step);
                var above = Loss();
                entry.sub_(2 * Step);
                var below = Loss();
                entry.add_(Step);
                return 0.5 * weight * weight * (above - (2 * middle) + below) / (Step * Step);
            })];
        }

        double Loss()
        {
            using var inner = NewDisposeScope();
            return batches.Average(batch => (model.call(batch.Item1) - batch.Item2).square().mean().item<double>());
        }
    }

    [Fact]
    public void TheSeedDecidesTheVectors()
    {
        using var scope = NewDisposeScope();
        using var model = Model();
        var calibration = Calibration.Labelled([(randn(9, 5, dtype: float64), randint(0, 3, [9]))]);
        double[] Of(uint seed)
            => Scores(model, new DiagonalHessianCriterion { Estimate = HessianEstimate.Hutchinson, Seed = seed }, calibration)[0];

        Assert.Equal(Of(1), Of(1));
        Assert.NotEqual(Of(1), Of(2));
    }

    [Fact]
    public void ConvolutionsAndNormalisationsHaveSecondDerivatives()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        using var model = new ImageNet();
        var report = Pruning.Run(model, new PruneOptions
        {
            Budget = Budget.Neurons(0.9),
            Criterion = Hutchinson,
            Calibration = Calibration.Labelled([(randn(6, 2, 5, 5), randint(0, 4, [6]))]),
            Reconstruction = null,
        });
        Assert.All(report.Groups, static group => Assert.NotEqual(group.LowestScore, group.HighestScore));
    }

    [Fact]
    public void WhatHasNoSecondDerivativeIsSaid()
    {
        using var scope = NewDisposeScope();
        using var model = Model();
        var calibration = Calibration.Of<SmallNet, Tensor>([randn(8, 5, dtype: float64)], static (net, batch) =>
        {
            // libtorch's fused attention on the CPU.
            var heads = net.call(batch).reshape(1, 2, 4, 3);
            return functional.scaled_dot_product_attention(heads, heads, heads).square().sum();
        });

        var refused = Assert.Throws<InvalidOperationException>(() => Scores(model, Hutchinson, calibration));

        Assert.Contains("Hutchinson's estimate needs second derivatives, and libtorch has none", refused.Message, StringComparison.Ordinal);
        Assert.Contains("attention", refused.Message, StringComparison.Ordinal);
        Assert.EndsWith("Take HessianEstimate.SquaredGradients.", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiagonalHessianCriterion { Vectors = 0 });
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        using var scope = NewDisposeScope();
        using var model = Model();
        var calibration = Calibration.Labelled([(randn(9, 5, dtype: float64), randint(0, 3, [9]))]);
        Scores(model, Hutchinson, calibration);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Scores(model, Hutchinson, calibration);
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.All(model.parameters(), static parameter => Assert.Null(parameter.grad));
    }

    private static double[][] Scores(IDualTomographic model, ICriterion criterion, Calibration calibration)
    {
        using var scope = NewDisposeScope();
        return [.. new ClipStep(model, criterion, calibration, null, 0, static (_, _, _) => { }, default).Scores.Select(static one => one.Values)];
    }

    private static SmallNet Model()
    {
        random.manual_seed(6);
        var model = new SmallNet();
        model.to(float64);
        return model;
    }

    private static double[] Values(Module model, string parameter) => [.. model.get_parameter(parameter)!.detach().data<double>()];
}
