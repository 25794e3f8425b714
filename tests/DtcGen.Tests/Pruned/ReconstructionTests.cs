using DtcGen.Criteria;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Tests.Pruned;

/// <summary>
/// A refitted layer is the best there is: whichever of its weights is changed, what it computes is no nearer to what it was. That is
/// measured with the layer itself, on what it takes now or, where layers are refitted all at once, on what it took before.
/// </summary>
[Collection(GlobalGenerator.Collection)]
public sealed class ReconstructionTests
{
    // So small that the least squares alone decide.
    private static readonly Reconstruction Free = new() { Ridge = 1e-10 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AFullyConnectedLayerCannotBeFittedBetter(bool sequential)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        using var model = new SmallNet();
        model.to(ScalarType.Float64);
        var batch = randn(300, 5, ScalarType.Float64);
        var before = Seen.On(model, batch, "second", "last");

        var report = Pruning.Run(model, Options(0.6, batch) with { Reconstruction = Free with { Sequential = sequential } });

        var (first, second) = (report.Groups[0].Kept, report.Groups[1].Kept);
        var now = sequential ? Seen.On(model, batch, "second", "last") : null;
        AssertBest(model, report, "second", before["second"].Of(first, second), now);
        AssertBest(model, report, "last", before["last"].Of(second, [0, 1, 2]), now);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ConvolutionsCannotBeFittedBetter(bool sequential)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        using var model = new ImageNet();
        model.to(ScalarType.Float64);
        var batch = randn(60, 2, 5, 5, ScalarType.Float64);
        var before = Seen.On(model, batch, "mixed", "side", "grouped", "leave");

        var report = Pruning.Run(model, Options(0.7, batch) with { Reconstruction = Free with { Sequential = sequential } });

        var (deep, residual, last) = (report.Groups[0].Kept, report.Groups[1].Kept, report.Groups[2].Kept);
        Assert.True(deep.Count < 6 && residual.Count < 4 && last.Count < 3);

        // Of two groups of channels, a neuron is one in each.
        int[] both = [.. residual, .. residual.Select(static channel => channel + 4)];
        int[] made = [.. last, .. last.Select(static channel => channel + 3)];
        int[] flat = [.. made.SelectMany(static channel => Enumerable.Range(channel * 3, 3))];
        var now = sequential ? Seen.On(model, batch, "mixed", "side", "grouped", "leave") : null;
        AssertBest(model, report, "mixed", before["mixed"].Of(deep, both), now);
        AssertBest(model, report, "side", before["side"].Of(both, both), now);
        AssertBest(model, report, "grouped", before["grouped"].Of(both, made), now);
        AssertBest(model, report, "leave", before["leave"].Of(flat, [0, 1, 2, 3]), now);
    }

    [Fact]
    public void WhatOthersCanStandInForLosesNothing()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(3);
        using var model = new SmallNet();
        using (no_grad())
        {
            // Neuron 5 is neuron 2 once more, and neuron 6 half of neuron 1.
            var (weight, bias) = (model.get_parameter("first.weight")!, model.get_parameter("first.bias")!);
            weight[5] = weight[2];
            bias[5] = bias[2];
            weight[6] = weight[1] * 0.5;
            bias[6] = bias[1] * 0.5;
        }

        var batch = randn(200, 5);
        model.eval();
        var before = model.call(batch);

        var report = Pruning.Run(model, Options(0.9, batch) with
        {
            Criterion = null,
            Rules = [new LayerRule("first") { Share = 0.75 }, new LayerRule("second") { Keep = true }],
            Reconstruction = new Reconstruction { Ridge = 1e-7 },
        });

        Assert.Equal(6, report.Groups[0].After);
        Assert.InRange(report.Layers.Single().Refitted!.Value, 0, 1e-3);
        Assert.InRange(report.Layers.Single().Cut!.Value, 0.01, 10);
        Assert.True((model.call(batch) - before).abs().max().item<float>() < 1e-3);
    }

    [Fact]
    public void ALargeMeanOfWhatALayerTakesCostsNothing()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(7);
        using var model = new SmallNet();
        using (no_grad())
        {
            model.get_parameter("first.bias")!.add_(3000);
        }

        var report = Pruning.Run(model, Options(0.9, randn(200, 5)) with
        {
            Reconstruction = new Reconstruction(),
            Rules = [new LayerRule("first") { Share = 0.75 }, new LayerRule("second") { Keep = true }],
        });

        // Neurons that are never cut off are five numbers' linear functions: six of them are enough for all.
        Assert.InRange(report.Layers.Single().Refitted!.Value, 0, 0.02);
    }

    [Fact]
    public void NormalisationsTakeTheirStatisticsFromTheBatches()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(4);
        using var model = new ImageNet();
        var batches = Enumerable.Range(0, 3).Select(_ => randn(20, 2, 5, 5)).ToArray();

        Pruning.Run(model, Options(0.5, batches));

        // The mean over batches of what the convolution before it makes.
        var made = batches.Select(batch => Seen.On(model, batch, "enter")["enter"].Output).ToArray();
        var mean = stack(made.Select(static values => values.mean([0, 2, 3]))).mean([0]);
        var variance = stack(made.Select(static values => values.transpose(0, 1).flatten(1).var(1))).mean([0]);
        var norm = (BatchNorm2d)model.named_modules().Single(static item => item.name == "norm").module;
        Assert.True((norm.running_mean! - mean).abs().max().item<float>() < 1e-5);
        Assert.True((norm.running_var! - variance).abs().max().item<float>() < 1e-5);
        Assert.Equal(0.1, norm.momentum);
        Assert.True(norm.training);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ANormalisationIsNeverLeftWithoutStatistics(bool sequential)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(14);
        using var model = new QuietNorms();
        var batch = randn(200, 5);
        using (no_grad())
        {
            // Statistics as training would have left them.
            model.call(batch);
        }

        var norms = model.modules().OfType<BatchNorm1d>().ToArray();
        var (mean, variance) = (norms[2].running_mean!.clone(), norms[2].running_var!.clone());
        model.eval();
        var wanted = model.call(batch).detach();

        var report = Pruning.Run(model, Options(0.6, batch) with { Reconstruction = new Reconstruction { Sequential = sequential } });

        // One that is called so that hooks do not see it takes its statistics anew, one that is not called keeps them.
        var (early, late) = model.Taken(batch);
        AssertAre(norms[0], early.mean([0]), early.var(0));

        // Filled while the one before it divided by the batch's own deviation, of n and not n - 1.
        AssertAre(norms[1], late.mean([0]), late.var(0), 5e-3);
        AssertAre(norms[2], mean, variance);
        Assert.Equal(1, norms[2].num_batches_tracked!.item<long>());
        if (sequential)
        {
            // The layer behind was refitted on what they make in the end.
            var made = model.call(batch);
            var last = report.Layers.Single(static layer => layer.Layer == "last");
            Assert.Equal(last.Refitted!.Value, Share(made - wanted, wanted - wanted.mean([0])), 1e-4);
        }

        static void AssertAre(BatchNorm1d norm, Tensor mean, Tensor variance, double tolerance = 1e-5)
        {
            Assert.InRange((norm.running_mean! - mean).abs().max().item<float>(), 0, tolerance);
            Assert.InRange((norm.running_var! - variance).abs().max().item<float>(), 0, tolerance);
        }

        static double Share(Tensor lost, Tensor all) => (lost.square().sum() / all.square().sum()).sqrt().item<float>();
    }

    [Fact]
    public void RefittedInTurnADeepNetworkLosesLess()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(11);
        using var dense = new ImageNet();
        var batches = Enumerable.Range(0, 3).Select(_ => randn(40, 2, 5, 5)).ToArray();
        using (no_grad())
        {
            // Statistics as training would have left them.
            Array.ForEach(batches, batch => dense.call(batch));
        }

        var others = randn(200, 2, 5, 5);
        dense.eval();
        var wanted = dense.call(others);

        Assert.True(Loss(sequential: true) < 0.95 * Loss(sequential: false), $"{Loss(true)} and {Loss(false)}");

        double Loss(bool sequential)
        {
            using var model = new ImageNet();
            model.load_state_dict(dense.state_dict());
            model.eval();
            Pruning.Run(model, Options(0.7, batches) with { Reconstruction = new Reconstruction { Sequential = sequential } });
            return (model.call(others) - wanted).square().mean().item<float>();
        }
    }

    [Fact]
    public void ALayerThatIsCalledTwiceIsFittedToBothCalls()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(12);
        using var model = new TwiceNet();
        model.to(ScalarType.Float64);
        var batch = randn(100, 5, ScalarType.Float64);
        var wanted = model.Made(model.Taken(batch));

        Pruning.Run(model, Options(0.5, batch));

        var taken = model.Taken(batch);
        var columns = cat([taken, ones(200, 1, ScalarType.Float64)], 1);
        var best = (columns.matmul(linalg.lstsq(columns, wanted).Solution) - wanted).square().sum().item<double>();
        Assert.Equal(best, (model.Made(taken) - wanted).square().sum().item<double>(), 1e-6 * best);
    }

    [Fact]
    public void BatchesMayBeDrawnAnewAndBecomeMore()
    {
        using var scope = NewDisposeScope();
        using var model = new SmallNet();
        var passes = 0;

        var report = Pruning.Run(model, Options(0.6) with { Calibration = Calibration.Inputs(Batches()) });

        Assert.True(passes > 2);
        Assert.Equal(2, report.Layers.Count(static layer => layer.Refitted < layer.Cut));

        IEnumerable<Tensor> Batches()
        {
            passes++;
            for (var i = 0; i < passes; i++)
            {
                yield return randn(50, 5);
            }
        }
    }

    [Fact]
    public void ATransposedConvolutionIsNotRefittedWhichIsSaid()
    {
        using var scope = NewDisposeScope();
        using var model = new Decoder();
        var options = Options(0.5, randn(20, 1, 6));

        var report = Pruning.Run(model, options);

        Assert.Equal([new RefittedLayer("leave", null, null, "a ConvTranspose1d is not refitted")], report.Layers);
        Assert.Contains(" a ConvTranspose1d is not refitted\n", report.ToString(), StringComparison.Ordinal);
        var byOutput = options with { Criterion = new OutputCriterion() };
        Assert.Contains(
            "'leave': a ConvTranspose1d is not refitted, so what it loses cannot be told.",
            Assert.Throws<InvalidOperationException>(() => Pruning.Run(model, byOutput)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void LayersThatShareAWeightAreNotRefittedWhichIsSaid()
    {
        using var scope = NewDisposeScope();
        using var model = new Twins();
        model.Share();
        var before = model.get_parameter("left.weight")!.detach().clone();

        var report = Pruning.Run(model, Options(0.5, randn(20, 5)));

        Assert.Equal(["left", "right"], report.Layers.Select(static layer => layer.Layer));
        Assert.All(report.Layers, static layer => Assert.Equal("it shares its weights with another layer", layer.Refusal));
        var kept = tensor(report.Groups[0].Kept.Select(static neuron => (long)neuron).ToArray());
        Assert.True(before.index_select(1, kept).equal(model.get_parameter("right.weight")!).all().item<bool>());
    }

    [Fact]
    public void WithoutReconstructionWeightsStayAsTheyAre()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        using var model = new SmallNet();
        var before = model.get_parameter("last.weight")!.detach().clone();

        var report = Pruning.Run(model, Options(0.5, randn(50, 5)) with { Reconstruction = null });

        Assert.Empty(report.Layers);
        var kept = tensor(report.Groups[1].Kept.Select(static neuron => (long)neuron).ToArray());
        Assert.True(before.index_select(1, kept).equal(model.get_parameter("last.weight")!).all().item<bool>());
    }

    private static PruneOptions Options(double share, params Tensor[] batches) => new()
    {
        Budget = Budget.Neurons(share),
        Criterion = new NormCriterion(NormOrder.L2),
        Calibration = Calibration.Inputs(batches),
        Reconstruction = Free,
    };

    private static void AssertBest(
        nn.Module<Tensor, Tensor> model, PruneReport report, string name, Seen was, Dictionary<string, Seen>? now)
    {
        was = now is null ? was : was with { Input = now[name].Input };
        var layer = (nn.Module<Tensor, Tensor>)model.named_modules().Single(item => item.name == name).module;
        var best = was.Distance(layer);
        Assert.True(best > 1e-6, "nothing was lost, so that any fit is good");
        using var guard = no_grad();
        foreach (var (part, parameter) in layer.named_parameters())
        {
            var entries = parameter.view(-1);
            for (var i = 0L; i < entries.shape[0]; i++)
            {
                foreach (var change in new[] { 1e-3, -1e-3 })
                {
                    entries[i] += change;
                    Assert.True(was.Distance(layer) > best - 1e-9, $"{name}.{part}[{i}] {change}: {was.Distance(layer)} < {best}");
                    entries[i] -= change;
                }
            }
        }

        // And the certificate says so.
        var about = layer.named_parameters().Any(static item => item.name == "bias")
            ? was.Output.transpose(0, 1).flatten(1).mean([1])
            : zeros(was.Output.shape[1], ScalarType.Float64);
        long[] shape = [1, .. was.Output.shape[1..2], .. was.Output.shape[2..].Select(static _ => 1L)];
        var energy = (was.Output - about.reshape(shape)).square().sum().item<double>();
        var certificate = report.Layers.Single(one => one.Layer == name);
        Assert.Equal(Math.Sqrt(best / energy), certificate.Refitted!.Value, 1e-6);
        Assert.True(certificate.Cut > certificate.Refitted);
    }
}
