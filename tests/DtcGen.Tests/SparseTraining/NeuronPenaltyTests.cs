using DtcGen.Criteria;
using DtcGen.SparseTraining;
using DtcGen.Tests.Pruned;
using DtcGen.Tests.Training;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.SparseTraining;

[Collection(GlobalGenerator.Collection)]
public sealed class NeuronPenaltyTests
{
    [Fact]
    public void TheGroupLassoIsTheNormOfAllWeightsOfEachNeuron()
    {
        using var scope = NewDisposeScope();
        using var model = Small();
        using var lasso = new GroupLasso(model);

        // 5 in and 7 out of each of 8 neurons, 8 in and 3 out of each of 7.
        var expected = Math.Sqrt(12) * Norms(model, "first", 8, 5, "second", 7).Sum()
            + Math.Sqrt(11) * Norms(model, "second", 7, 8, "last", 3).Sum();
        Assert.Equal(expected, lasso.Value().item<double>(), 1e-9);
        CheckGradients(model, lasso.Value);
    }

    [Fact]
    public void ConvolutionsAndNormalisationsBelongToTheirNeurons()
    {
        using var scope = NewDisposeScope();
        using var model = Images();
        using var lasso = new GroupLasso(model);
        CheckGradients(model, lasso.Value);

        // What a channel of the first layer has: a kernel of 2 x 3 x 3, a scale, a kernel of its own, and one of 3 x 1 in each of 8 others.
        var (enter, norm, deep, mixed) = (
            Values(model, "enter.weight"), Values(model, "norm.weight"), Values(model, "deep.weight"), Values(model, "mixed.weight"));
        for (var channel = 0; channel < 6; channel++)
        {
            double[] weights = [
                .. enter[(channel * 18)..((channel + 1) * 18)], norm[channel], .. deep[(channel * 9)..((channel + 1) * 9)],
                .. Enumerable.Range(0, 8).SelectMany(output => mixed.Skip(((output * 6) + channel) * 3).Take(3)),
            ];
            var slope = Math.Sqrt(weights.Length) * norm[channel] / Math.Sqrt(weights.Sum(static weight => weight * weight));
            Assert.Equal(slope, Gradient(model, "norm.weight")[channel], 1e-9);
        }
    }

    [Fact]
    public void ANeuronThatIsZeroHasNoGradient()
    {
        using var scope = NewDisposeScope();
        using var model = Small();
        Zero(model, "first.weight", 0, 2);
        Zero(model, "second.weight", 1, 2);
        using var lasso = new GroupLasso(model);

        lasso.Value().backward();

        Assert.All(Gradient(model, "first.weight")[10..15], static slope => Assert.Equal(0, slope));
        Assert.All(Gradient(model, "first.weight"), static slope => Assert.True(double.IsFinite(slope)));
        Assert.All(Gradient(model, "second.weight"), static slope => Assert.True(double.IsFinite(slope)));
        Assert.NotEqual(0, Gradient(model, "first.weight")[0]);
    }

    [Fact]
    public void TheGrowingPenaltyPullsAtTheMarkedNeuronsAlone()
    {
        using var scope = NewDisposeScope();
        using var model = Small();
        using var penalty = new GrowingPenalty(model, 0.5) { Growth = 0.25, Limit = 0.6 };
        Assert.Equal(0, penalty.Value().item<double>());
        var marked = new[] { Lowest(model, "first", 8, 5, "second", 7, 4), Lowest(model, "second", 7, 8, "last", 3, 4) };
        var (first, second, last) = (Values(model, "first.weight"), Values(model, "second.weight"), Values(model, "last.weight"));

        foreach (var factor in new[] { 0.25, 0.5, 0.6, 0.6 })
        {
            penalty.Grow();
            Assert.Equal(factor, penalty.Factor, 1e-12);
            model.zero_grad();
            penalty.Value().backward();

            // A weight between two neurons belongs to both.
            Assert.Equal(first.Select((weight, i) => factor * weight * Marks(0, i / 5)), Gradient(model, "first.weight"), Near);
            Assert.Equal(
                second.Select((weight, i) => factor * weight * (Marks(0, i % 8) + Marks(1, i / 8))), Gradient(model, "second.weight"), Near);
            Assert.Equal(last.Select((weight, i) => factor * weight * Marks(1, i % 7)), Gradient(model, "last.weight"), Near);
        }

        CheckGradients(model, penalty.Value);
        double Marks(int group, int neuron) => marked[group].Contains(neuron) ? 1 : 0;
    }

    [Fact]
    public void AfterAClipTheCriterionMarksAnew()
    {
        using var scope = NewDisposeScope();
        using var model = Small();
        using var penalty = new GrowingPenalty(model, 0.5, new OutputCriterion(), Calibration.Inputs(randn(30, 5, dtype: float64)));
        penalty.Grow();
        Assert.True(penalty.Value().item<double>() > 0);

        model.Clip(model.Groups[0], [0, 1, 2, 3, 7]);

        Assert.Equal(0, penalty.Value().item<double>());
        Assert.Equal(0, penalty.Factor);
        penalty.Grow();
        CheckGradients(model, penalty.Value);
        var slopes = Gradient(model, "first.weight").Chunk(5).Select(static row => row.Any(static slope => slope != 0));
        Assert.Equal(3, slopes.Count(static isMarked => isMarked));
    }

    [Fact]
    public void TheScalesOfNormalisationsArePenalised()
    {
        using var scope = NewDisposeScope();
        using var model = Images();
        using var penalty = new BatchNormScalePenalty(model);

        Assert.Equal(Values(model, "norm.weight").Sum(Math.Abs), penalty.Value().item<double>(), 1e-9);
        CheckGradients(model, penalty.Value);
        Assert.Equal(Values(model, "norm.weight").Select(static scale => (double)Math.Sign(scale)), Gradient(model, "norm.weight"));
        Assert.All(Gradient(model, "enter.weight"), static slope => Assert.Equal(0, slope));
    }

    [Fact]
    public void WhatHasNoSuchNeuronsIsRefused()
    {
        using var model = Small();
        Assert.Contains(
            "No batch normalisation with scales",
            Assert.Throws<ArgumentException>(() => new BatchNormScalePenalty(model)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrowingPenalty(model, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrowingPenalty(model, 0.5) { Growth = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrowingPenalty(model, 0.5) { Limit = 0 });
        Assert.Contains(
            "'taylor' looks at data",
            Assert.Throws<ArgumentException>(() => new GrowingPenalty(model, 0.5, new TaylorCriterion())).Message,
            StringComparison.Ordinal);
        using var byHand = new TwoLayers(4, 8, 4);
        Assert.Contains(
            "is not a generated one",
            Assert.Throws<NotSupportedException>(() => new GroupLasso(byHand)).Message,
            StringComparison.Ordinal);
        var lasso = new GroupLasso(model);
        lasso.Dispose();
        Assert.Throws<ObjectDisposedException>(lasso.Value);
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void HalfPrecisionIsAddedUpInSingle(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var model = Small();
        model.to(type);
        using var lasso = new GroupLasso(model);

        var value = lasso.Value();
        value.backward();

        Assert.Equal(ScalarType.Float32, value.dtype);
        Assert.Equal(type, model.get_parameter("first.weight")!.grad!.dtype);
    }

    [Fact]
    public void TermsFollowACompressionAndLeaveNothingBehind()
    {
        using var scope = NewDisposeScope();
        using var model = Images();
        model.to(float32);
        var live = DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount;
        var batch = (randn(12, 2, 5, 5), randint(0, 4, [12]));
        var counts = new List<long>();
        using (var lasso = new GroupLasso(model))
        using (var scales = new BatchNormScalePenalty(model))
        using (var growing = new GrowingPenalty(model, 0.3))
        {
            var result = CompressTrain.Run(model, new CompressOptions
            {
                Batches = Batches.InOrder([batch]),
                Schedule = new GeometricSchedule(0.5, 4),
                Criterion = new NormCriterion(),
                StepsPerCycle = 3,
                Loss = (output, targets) => TrainingLoop.CrossEntropy(output, targets)
                    + lasso.Value() * 1e-3 + scales.Value() * 1e-3 + growing.Value(),
                StepProgress = new Direct<TrainingStep>(_ => growing.Grow()),
                Checkpoint = _ => counts.Add(DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount),
            });
            Assert.True(result.Cycles.Count > 2);
            Assert.All(counts, count => Assert.Equal(counts[0], count));
        }

        model.zero_grad();
        batch.Item1.Dispose();
        batch.Item2.Dispose();
        Assert.Equal(live, DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void AModelThatIsRecordedHasTermsToo()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        using var model = new Deep(2);
        model.Record(randn(4, 5));
        using var lasso = new GroupLasso(model);
        Assert.True(lasso.Value().item<float>() > 0);
    }

    [Fact]
    public void AnEmbeddingsFeaturesAreNeurons()
    {
        random.manual_seed(1);
        using var model = new Words();
        model.to(float64);
        using var lasso = new GroupLasso(model);
        using var growing = new GrowingPenalty(model, 0.5);
        for (var time = 0; time < 2; time++)
        {
            using var scope = NewDisposeScope();
            Assert.Equal(0, growing.Value().item<double>());
            growing.Grow();
            CheckGradients(model, growing.Value);
            Assert.Contains(Gradient(model, "table.weight"), static slope => slope != 0);
            CheckGradients(model, lasso.Value);
            Assert.Contains(Gradient(model, "table.weight"), static slope => slope != 0);
            model.Clip(model.Groups[0], time == 0 ? [0, 2, 3, 5] : [0, 2, 3]);
            Assert.True(lasso.Value().item<double>() > 0);
        }

        Pruning.Run(model, new PruneOptions { Budget = Budget.Neurons(0.5), Criterion = new LampCriterion() });
        Assert.Equal(1, model.CountNeurons(model.Groups[0]));
    }

    private static SmallNet Small()
    {
        random.manual_seed(4);
        var model = new SmallNet();
        model.to(float64);
        return model;
    }

    private static ImageNet Images()
    {
        random.manual_seed(4);
        var model = new ImageNet();
        model.Record(randn(2, 2, 5, 5));
        model.to(float64);
        using var guard = no_grad();
        using var scales = tensor([1.0, -0.5, 2, 0.25, -1, 0.75]);
        model.get_parameter("norm.weight")!.copy_(scales);
        return model;
    }

    private static double[] Values(Module model, string name) => [.. model.get_parameter(name)!.detach().contiguous().data<double>()];

    private static double[] Gradient(Module model, string name)
    {
        var parameter = model.get_parameter(name)!;
        return parameter.grad is { } grad ? [.. grad.contiguous().data<double>()] : new double[parameter.numel()];
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;

    private static double[][] PerNeuron(Module model, string producer, int neurons, int inputs, string consumer, int outputs)
    {
        var (into, from) = (Values(model, $"{producer}.weight"), Values(model, $"{consumer}.weight"));
        return [.. Enumerable.Range(0, neurons).Select(neuron => into.Skip(neuron * inputs).Take(inputs)
            .Concat(Enumerable.Range(0, outputs).Select(output => from[(output * neurons) + neuron])).ToArray())];
    }

    private static double[] Norms(Module model, string producer, int neurons, int inputs, string consumer, int outputs)
        => Array.ConvertAll(
            PerNeuron(model, producer, neurons, inputs, consumer, outputs),
            static weights => Math.Sqrt(weights.Sum(static weight => weight * weight)));

    private static int[] Lowest(Module model, string producer, int neurons, int inputs, string consumer, int outputs, int count)
        => [.. PerNeuron(model, producer, neurons, inputs, consumer, outputs)
            .Select(static (weights, neuron) => (Norm: weights.Sum(Math.Abs), Neuron: neuron))
            .OrderBy(static item => item.Norm).Take(count).Select(static item => item.Neuron)];

    private static void Zero(Module model, string name, long dimension, long entry)
    {
        using var guard = no_grad();
        model.get_parameter(name)!.select(dimension, entry).zero_();
    }

    // By differences of the term itself, at some places of every parameter.
    private static void CheckGradients(Module model, Func<Tensor> value)
    {
        model.zero_grad();
        value().backward();
        foreach (var (name, parameter) in model.named_parameters())
        {
            var gradient = Gradient(model, name);
            for (var place = 0; place < gradient.Length; place += 1 + (gradient.Length / 7))
            {
                const double Step = 1e-6;
                var difference = (At(Step) - At(-Step)) / (2 * Step);
                Assert.Equal(difference, gradient[place], 1e-6);

                double At(double change)
                {
                    using var guard = no_grad();
                    using var entry = parameter.view(-1)[place];
                    entry.add_(change);
                    using var result = value();
                    entry.sub_(change);
                    return result.item<double>();
                }
            }
        }
    }
}
