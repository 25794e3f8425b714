using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tests.Pruned;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Training;

/// <summary>Compression whose groups are ranked together, whose criterion looks at data, and whose layers are refitted.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class CompressTogetherTests
{
    [Fact]
    public void TheScheduleCountsTheNeuronsOfAllGroups()
    {
        using var model = Task.Model();
        using (no_grad())
        {
            model.get_parameter("first.weight")!.mul_(5);
        }

        var result = CompressTrain.Run(model, Task.Options(new ShareSchedule(0.5)) with
        {
            Ranking = Ranking.Global,
            Normalization = ScoreNormalization.None,
            Criterion = new NormCriterion(NormOrder.L2),
        });

        // 36 in all: 18 stay, and every clip leaves what the schedule says of their number.
        var sizes = result.Cycles.Select(static cycle => cycle.Neurons).ToArray();
        Assert.Equal(18, sizes[^1]);
        Assert.Equal(sizes, sizes.Prepend(36).SkipLast(1).Select(static neurons => Math.Max(18, NeuronSelection.CountKept(neurons, 0.9))));
        Assert.Equal(18, model.Groups.Sum(model.CountNeurons));
        Assert.True(model.CountNeurons(model.Groups[0]) > 12);
    }

    [Fact]
    public void LayersAreRefittedAfterEachClipAndTheStateSaysSo()
    {
        using var scope = NewDisposeScope();
        using var model = Small();
        var result = CompressTrain.Run(model, Options() with { StepsPerCycle = 5 });

        Assert.True(result.Completed);
        Assert.Equal([4, 4], model.Groups.Select(model.CountNeurons));
        Assert.All(result.Cycles, static cycle =>
        {
            string[] behind = ["second", "last"];
            Assert.Equal(
                behind.Where((_, i) => cycle.Groups[i].NeuronsAfter < cycle.Groups[i].NeuronsBefore),
                cycle.Layers.Select(static layer => layer.Layer));
            Assert.All(cycle.Layers, static layer => Assert.True(layer.Refitted <= layer.Cut));
        });
        var read = CompressState.FromJson(result.State.ToJson());
        Assert.Equal(result.Cycles[0].Layers, read.Cycles[0].Layers);
    }

    [Fact]
    public void WhatFailsAfterTheRefitLeavesTheCyclesTraining()
    {
        using var scope = NewDisposeScope();
        using var model = Small();
        var before = Save(model);

        Assert.Throws<DeliberateException>(() => CompressTrain.Run(
            model, Options() with { StepsPerCycle = 0, Evaluate = static _ => throw new DeliberateException() }));

        Assert.Equal(before, Save(model));
    }

    [Fact]
    public void WhatACriterionNeedsIsAskedForBeforeAnyStep()
    {
        using var model = Task.Model();
        var before = model.Weights();
        Assert.Contains(
            "'obd' looks at data: set Calibration.",
            Assert.Throws<ArgumentException>(() => CompressTrain.Run(
                model, Task.Options(new ShareSchedule(0.5)) with { Criterion = new DiagonalHessianCriterion() })).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "The selection rule Quantile is one within a group",
            Assert.Throws<ArgumentException>(() => CompressTrain.Run(
                model, Task.Options(new ShareSchedule(0.5)) with { Ranking = Ranking.Global, Selection = SelectionRule.Quantile })).Message,
            StringComparison.Ordinal);
        Assert.Equal(before, model.Weights());
    }

    private static CompressOptions Options()
    {
        var batch = (randn(40, 5), randint(0, 3, [40]));
        return new CompressOptions
        {
            Batches = Batches.InOrder([batch]),
            Schedule = new FloorSchedule(4),
            Criterion = new OutputCriterion(),
            Calibration = Calibration.Labelled([batch]),
        };
    }

    private static SmallNet Small()
    {
        random.manual_seed(8);
        return new SmallNet();
    }

    private static byte[] Save(nn.Module model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }
}
