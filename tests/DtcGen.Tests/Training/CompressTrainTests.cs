using DtcGen.Criteria;
using DtcGen.Entropy;
using DtcGen.Replay;
using DtcGen.Tomography;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Training;

[Collection(GlobalGenerator.Collection)]
public class CompressTrainTests
{
    [Fact]
    public void EveryGroupEndsAtTheAskedSparsityAndTheModelStillLearns()
    {
        using var model = Task.Model();
        var before = Loss(model);

        var result = CompressTrain.Run(model, Task.Options(new ShareSchedule(0.5, 0.2)));

        Assert.True(result.Completed);
        Assert.Equal(12, model.CountNeurons(model.Groups[0]));
        Assert.Equal(6, model.CountNeurons(model.Groups[1]));
        Assert.Equal(0.5, result.Cycles[^1].Sparsity, 1e-12);
        Assert.Equal(18, result.Cycles[^1].Neurons);
        using var optimizer = optim.Adam(model.parameters(), 1e-2);
        new TrainingLoop(model, Batches.InOrder(Task.Batches(4))).Run(optimizer, 100);
        Assert.True(Loss(model) < 0.6 * before, $"The loss went from {before} to {Loss(model)}.");
    }

    [Fact]
    public void RecordsSayWhatHappened()
    {
        using var model = Task.Model(64);
        var reported = new List<CycleRecord>();
        var options = Task.Options(new ShareSchedule(0.3)) with { Progress = new Direct<CycleRecord>(reported.Add), Evaluate = _ => 0.25 };

        var result = CompressTrain.Run(model, options);

        Assert.Equal(result.Cycles, reported);
        Assert.Equal(Enumerable.Range(0, result.Cycles.Count), result.Cycles.Select(cycle => cycle.Cycle));
        foreach (var cycle in result.Cycles)
        {
            Assert.Equal(0.25, cycle.Metric);
            Assert.Equal(["first", "second"], cycle.Groups.Select(group => group.Name));
            Assert.True(double.IsFinite(cycle.Loss));
            Assert.All(cycle.Groups, group =>
            {
                Assert.True(group.NeuronsAfter <= group.NeuronsBefore);
                Assert.Equal(LassoStatus.Solved, group.Solver!.Status);
                Assert.Equal((int)(group.NeuronsBefore * (1.0 - 0.9)), group.Solver.Measurements);
                Assert.True(group.Solver.RelativeGap <= 1e-9);
            });
        }

        Assert.All(result.Cycles.SelectMany(cycle => cycle.Groups), group => Assert.Null(group.EntropyNext));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EntropyIsMeasuredWhereItWasAskedFor(bool criterionHasRays)
    {
        ICriterion criterion = criterionHasRays ? new DualTomographicCriterion() : new MagnitudeCriterion();
        using var model = Task.Model(64);
        var sums = model.SumRays(model.Groups[1]);
        var options = Task.Options(new ShareSchedule(0.3)) with
        {
            Criterion = criterion,
            StepsPerCycle = 0,
            Entropy = new TomographySettings()
        };

        var result = CompressTrain.Run(model, options);

        // Without training, the first clip's rays follow from the weights that the model was made with.
        var (previous, next) = new InverseCompressedSensing(options.Entropy).Measure(sums);
        Assert.Equal(GibbsEntropy.Nats(previous), result.Cycles[0].Groups[1].EntropyPrevious);
        Assert.Equal(GibbsEntropy.Nats(next), result.Cycles[0].Groups[1].EntropyNext);
        Assert.True(result.Cycles[0].Groups[1].EntropyNext > 0);
    }

    [Fact]
    public void EachGroupLosesTheNeuronsThatItsOwnScoresName()
    {
        using var model = Task.Model();
        var options = Task.Options(new FloorSchedule(20)) with { Criterion = new MagnitudeCriterion(), StepsPerCycle = 0 };
        var expected = model.Groups.ToDictionary(group => group.Index, group => model.SumRays(group));

        CompressTrain.Run(model, options);

        // Without training in between, the first clip follows from the weights that the model was made with.
        var (index, keep) = model.Clips[0];
        var scores = expected[index].Previous.Zip(expected[index].Next, (a, b) => Math.Abs(a + b)).ToArray();
        var leaving = Enumerable.Range(0, scores.Length).Except(keep.Select(i => (int)i)).ToArray();
        Assert.Equal(3, leaving.Length);
        Assert.True(leaving.Max(i => scores[i]) <= keep.Min(i => scores[i]));
        Assert.DoesNotContain(model.Clips, clip => clip.Group == 1);
    }

    [Fact]
    public void TheStateKnowsWhichNeuronsAreLeftBesidesHowMany()
    {
        using var model = Task.Model();
        float[] before = [.. model.get_parameter("first.weight")!.data<float>()];

        // Nothing is trained, so what is left is some rows of what was there, bit for bit.
        var result = CompressTrain.Run(model, Task.Options(new ShareSchedule(0.5, 0.2)) with { StepsPerCycle = 0 });

        var kept = result.State.KeptNeurons(0);
        Assert.True(result.Cycles.Count > 2);
        Assert.Equal(12, kept.Count);
        Assert.Equal(
            kept.SelectMany(row => before.Skip(row * Task.Inputs).Take(Task.Inputs)), model.get_parameter("first.weight")!.data<float>());
        Assert.Equal(Enumerable.Range(0, 12), (result.State with { Cycles = [] }).KeptNeurons(1));
    }

    [Theory]
    [InlineData("magnitude")]
    [InlineData("random")]
    [InlineData("published")]
    [InlineData("l1")]
    [InlineData("l2")]
    public void AnyCriterionServes(string name)
    {
        using var model = Task.Model();
        ICriterion criterion = name switch
        {
            "magnitude" => new MagnitudeCriterion(),
            "random" => new RandomCriterion(),
            "published" => new DualTomographicCriterion(Variant.AsPublished),
            "l1" => new NormCriterion(NormOrder.L1),
            _ => new NormCriterion(NormOrder.L2),
        };

        var result = CompressTrain.Run(model, Task.Options(new ShareSchedule(0.25)) with { Criterion = criterion });

        Assert.True(result.Completed);
        Assert.Equal(18, model.CountNeurons(model.Groups[0]));
    }

    [Fact]
    public void CancellingKeepsWhatIsDone()
    {
        using var model = Task.Model();
        using var cancellation = new CancellationTokenSource();
        var steps = 0;
        var options = Task.Options(new ShareSchedule(0.8)) with
        {
            StepProgress = new Direct<TrainingStep>(_ =>
            {
                if (++steps == 25)
                {
                    cancellation.Cancel();
                }
            }),
        };

        var result = CompressTrain.Run(model, options, cancellation: cancellation.Token);

        Assert.False(result.Completed);
        Assert.Equal(2, result.Cycles.Count);
        Assert.Equal(25, steps);
        Assert.Equal(result.Cycles[^1].Groups[0].NeuronsAfter, model.CountNeurons(model.Groups[0]));
    }

    [Fact]
    public void AResumedRunEndsBitForBitAsAnUninterruptedOne()
    {
        using var whole = Task.Model();
        var saved = new List<(CompressState State, byte[] Weights)>();
        var options = Task.Options(new ShareSchedule(0.5, 0.2));
        var expected = CompressTrain.Run(whole, options with { Checkpoint = state => saved.Add((state, Save(whole))) });

        using var resumed = Task.Model();
        var (checkpoint, weights) = saved[1];
        checkpoint.Shrink(resumed);
        using (var stream = new MemoryStream(weights))
        {
            resumed.load(stream);
        }

        var result = CompressTrain.Run(resumed, options, checkpoint);

        Assert.Equal(whole.Weights(), resumed.Weights());
        Assert.Equal(
            expected.Cycles.Select(cycle => (cycle.Loss, cycle.Neurons)), result.Cycles.Select(cycle => (cycle.Loss, cycle.Neurons)));
    }

    [Fact]
    public void AStateOfAnotherModelIsRefused()
    {
        using var model = Task.Model();
        var state = new CompressState([48, 24], 0, []);

        Assert.Throws<ArgumentException>(() => CompressTrain.Run(model, Task.Options(new ShareSchedule(0.5)), state));
        Assert.Throws<ArgumentException>(() => state.Shrink(model));
    }

    [Fact]
    public void WeightsThatAreNotFiniteStopTheRunWithCycleAndLayer()
    {
        using var model = Task.Model();
        var options = Task.Options(new ShareSchedule(0.5)) with { Checkpoint = _ => model.FillWeightsWith(float.NaN) };

        var thrown = Assert.Throws<TrainingStoppedException>(() => CompressTrain.Run(model, options));

        Assert.Equal(1, thrown.Position.Cycle);
        Assert.Equal("second.weight", thrown.Layer);
        Assert.Single(thrown.Cycles);
        Assert.Contains("Cycle 1", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("second.weight", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALossThatIsNotFiniteStopsTheRun()
    {
        using var model = Task.Model();
        var options = Task.Options(new ShareSchedule(0.5)) with
        {
            Loss = (output, targets) => TrainingLoop.CrossEntropy(output, targets).mul(double.NaN)
        };

        var thrown = Assert.Throws<TrainingStoppedException>(() => CompressTrain.Run(model, options));

        Assert.Null(thrown.Layer);
        Assert.Equal(0, thrown.Position.Step);
    }

    [Fact]
    public void MemoryStaysFlat()
    {
        using var model = Task.Model();
        var options = Task.Options(new ShareSchedule(0.7, 0.1));
        var live = new List<long>();

        // The first cycle allocates gradients, which then stay with their parameters.
        CompressTrain.Run(
            model, options with { Checkpoint = _ => live.Add(DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount) });

        Assert.True(live.Count > 5);
        Assert.All(live, count => Assert.Equal(live[0], count));
    }

    private static byte[] Save(TwoLayers model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }

    private static double Loss(TwoLayers model)
    {
        using var scope = NewDisposeScope();
        using var guard = no_grad();
        return Task.Batches(4).Average(batch => TrainingLoop.CrossEntropy(model.call(batch.Inputs), batch.Targets).item<float>());
    }
}
