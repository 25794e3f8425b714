using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tests.Pruned;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Tests.Training;

/// <summary>Compression to a budget, and to sizes that rules ask for.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class CompressBudgetTests
{
    private const int Parameters = (4 * 24) + (24 * 12) + (12 * 4);

    public static TheoryData<string, string> Refusals => new()
    {
        { "nothing", "Nothing says how many neurons leave: set Schedule or Budget." },
        { "two ends", "The ShareSchedule has an end of its own, and so has the budget" },
        { "two ends of cycles", "The CubicSchedule has an end of its own, and so has the budget" },
        { "no end", "The GeometricSchedule was made without a sparsity, so that it has no end: give it one, or set Budget." },
        { "no way", "The rule for 'first' has an end of its own, to which the FloorSchedule knows no way" },
        { "too little", "The budget of 1 % of 432 parameters cannot be met: 9 (2.1 %) are left when all neurons have gone that may. In the way: 'third' stays" },
        { "too much kept", "In the way: a rule keeps 'first'" },
        { "unknown rule", "A rule names 'frist', which makes no neurons that can leave; these do: first, second." },
        { "contradiction", "'first' is to keep at most 3 neurons and at least 4." },
        { "minimum", "Minimum" },
        { "multiple", "RoundTo" },
        { "quantile", "The selection rule Quantile decides itself how many stay" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void IsRefusedBeforeAnyStep(string name, string reason)
    {
        using var model = Task.Model();
        var before = model.Weights();

        var refused = Assert.ThrowsAny<Exception>(() => CompressTrain.Run(model, Refused(name)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.True(refused is ArgumentException or InvalidOperationException, refused.GetType().Name);
        Assert.Equal(before, model.Weights());
    }

    // Where each group loses the same share, sizes do not depend on scores.
    [Theory]
    [InlineData("none", 1, 10)]
    [InlineData("none", 4, 10)]
    [InlineData("cubic", 1, 4)]
    [InlineData("cubic", 4, 4)]
    [InlineData("one shot", 1, 1)]
    public void InCyclesABudgetEndsAtTheSizesOfOneCall(string name, int roundTo, int cycles)
    {
        var budget = Budget.Parameters(0.4);
        CycleSchedule? schedule = name switch { "cubic" => new CubicSchedule(4), "one shot" => new OneShotSchedule(), _ => null };
        using var once = Task.Model();
        Pruning.Run(once, new PruneOptions { Budget = budget, RoundTo = roundTo });
        using var model = Task.Model();

        var result = CompressTrain.Run(model, Options(budget) with { Schedule = schedule, RoundTo = roundTo });

        Assert.Equal(once.Groups.Select(once.CountNeurons), model.Groups.Select(model.CountNeurons));
        Assert.Equal(model.Weights().Length, result.Cycles[^1].Cost);
        Assert.Equal(("parameters", (double?)Parameters), (result.State.Unit, result.State.CostBefore));
        Assert.InRange(result.Cycles.Count, 1, cycles);
        for (var k = 1; k <= result.Cycles.Count; k++)
        {
            var way = (double)k / cycles;
            var allowed = name switch
            {
                "cubic" => 0.4 + (0.6 * (1 - way) * (1 - way) * (1 - way)),
                "one shot" => 0.4,
                _ => Math.Exp(way * Math.Log(0.4)),
            };
            Assert.True(result.Cycles[k - 1].Cost <= allowed * Parameters * (1 + 1e-9));
        }

        // It takes its time: half of the way is not more than half of what leaves in equal shares.
        Assert.True(name != "none" || result.Cycles[4].Cost > 0.45 * Parameters);
    }

    [Fact]
    public void RanksOfAllGroupsKeepABudgetToo()
    {
        using var model = Task.Model();
        using (no_grad())
        {
            model.get_parameter("first.weight")!.mul_(5);
        }

        CompressTrain.Run(model, Options(Budget.Neurons(0.5)) with
        {
            Ranking = Ranking.Global,
            Normalization = ScoreNormalization.None,
            Criterion = new NormCriterion(NormOrder.L2),
        });

        Assert.Equal(18, model.Groups.Sum(model.CountNeurons));
        Assert.True(model.CountNeurons(model.Groups[0]) > 12);
    }

    public static TheoryData<string, int[]> Sizes => new()
    {
        { "multiples", [16, 8] },
        { "share", [6, 6] },
        { "kept", [24, 6] },
        { "most", [5, 6] },
        { "least", [12, 10] },
        { "all together", [8, 12] },
        { "only the rule", [8, 12] },
        { "global", [6, 6] },
        { "budget and share", [6, 6] },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void RulesHoldAtTheEnd(string name, int[] sizes)
    {
        using var model = Task.Model();
        var half = Task.Options(new ShareSchedule(0.5, 0.2)) with { StepsPerCycle = 1, Criterion = new NormCriterion() };
        var options = name switch
        {
            "multiples" => half with { RoundTo = 8 },
            "share" => half with { Rules = [new LayerRule("first") { Share = 0.25 }] },
            "kept" => half with { Rules = [new LayerRule("first") { Keep = true }] },
            "most" => half with { Rules = [new LayerRule("f*") { Maximum = 5 }] },
            "least" => half with { Minimum = 10 },
            "all together" => half with
            {
                Schedule = new GeometricSchedule(0.75, 4),
                Rules = [new LayerRule("first") { RoundTo = 8 }, new LayerRule("second") { Minimum = 12 }],
            },
            "only the rule" => half with { Schedule = new CubicSchedule(0.0, 4), Rules = [new LayerRule("first") { Maximum = 8 }] },
            "global" => half with
            {
                Ranking = Ranking.Global,
                Rules = [new LayerRule("first") { Share = 0.25 }],
            },
            _ => half with
            {
                Schedule = null,
                Budget = Budget.Neurons(12.0 / 36),
                Rules = [new LayerRule("first") { Share = 0.25 }],
            },
        };

        var result = CompressTrain.Run(model, options);

        Assert.True(result.Completed);
        Assert.Equal(sizes.Select(static size => (long)size), model.Groups.Select(model.CountNeurons));
        Assert.All(result.Cycles.Zip(result.Cycles.Skip(1)), static pair => Assert.True(pair.First.Neurons >= pair.Second.Neurons));

        // Nothing leaves all at once.
        Assert.True(result.Cycles.Count >= 2);
        Assert.True(result.Cycles[0].Groups[0].NeuronsAfter >= 15);
    }

    [Fact]
    public void WhereNothingMoreMayLeaveTheRunEnds()
    {
        using var model = Task.Model();
        var result = CompressTrain.Run(model, Task.Options(new ShareSchedule(0.9)) with { StepsPerCycle = 1, Minimum = 11 });
        Assert.Equal(11, result.Cycles[^1].Groups[0].NeuronsAfter);
        Assert.True(result.Cycles[^2].Groups[0].NeuronsAfter > 11);
    }

    [Fact]
    public void AResumedBudgetEndsBitForBitAsAnUninterruptedOne()
    {
        var options = Options(Budget.Parameters(0.3)) with
        {
            RoundTo = 2,
            Rules = [new LayerRule("second") { Share = 0.25 }],
            StepsPerCycle = 5,
        };
        using var whole = Task.Model();
        var saved = new List<(string State, byte[] Weights)>();
        var expected = CompressTrain.Run(whole, options with { Checkpoint = state => saved.Add((state.ToJson(), Save(whole))) });

        using var resumed = Task.Model();
        var (json, weights) = saved[2];
        var checkpoint = CompressState.FromJson(json);
        checkpoint.Shrink(resumed);
        using (var stream = new MemoryStream(weights))
        {
            resumed.load(stream);
        }

        var result = CompressTrain.Run(resumed, options, checkpoint);

        Assert.Equal(whole.Weights(), resumed.Weights());
        Assert.Equal(expected.Cycles.Select(static cycle => cycle.Cost), result.Cycles.Select(static cycle => cycle.Cost));
        Assert.Contains(
            "The saved run's budget counts parameters, and the options' neurons",
            Assert.Throws<ArgumentException>(
                () => CompressTrain.Run(resumed, options with { Budget = Budget.Neurons(0.1) }, result.State)).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(
            () => CompressState.FromJson(json.Replace("\"Unit\":\"parameters\",", "", StringComparison.Ordinal)));

        using var other = Task.Model();
        var state = CompressTrain.Run(other, Task.Options(new OneShotSchedule(0.25))).State;
        Assert.Contains(
            "The saved run had no budget",
            Assert.Throws<ArgumentException>(() => CompressTrain.Run(other, options, state)).Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Cost", state.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatFailsWhileABudgetIsMeasuredLeavesTheModelAsLargeAsItWasAndTheRunGoesOn()
    {
        using var model = Task.Model();
        var (measured, sizes) = (0, Array.Empty<long>());
        var budget = Budget.Of(0.5, "numbers", counted =>
        {
            // In the midst of the second clip.
            if (++measured == 12)
            {
                throw new DeliberateException();
            }

            return counted.Groups.Sum(counted.CountNeurons);
        });
        var options = Options(budget) with { Checkpoint = _ => sizes = [.. model.Groups.Select(model.CountNeurons)] };

        var thrown = Assert.Throws<DeliberateException>(() => CompressTrain.Run(model, options));

        var state = CompressTrain.StateOf(thrown)!;
        Assert.NotEmpty(state.Cycles);
        Assert.Equal(sizes, model.Groups.Select(model.CountNeurons));
        Assert.True(CompressTrain.Run(model, options, state).Completed);
        Assert.True(model.Groups.Sum(model.CountNeurons) <= 18);
    }

    [Fact]
    public void MemoryStaysFlat()
    {
        using var model = Task.Model();
        var live = new List<long>();

        CompressTrain.Run(model, Options(Budget.Parameters(0.3)) with
        {
            Rules = [new LayerRule("first") { Minimum = 6 }],
            Checkpoint = _ => live.Add(DisposeScopeManager.Statistics.TensorStatistics.ThreadTotalLiveCount),
        });

        Assert.True(live.Count > 5);
        Assert.All(live, count => Assert.Equal(live[0], count));
    }

    [Fact]
    public void ARecordedModelIsCompressedToABudgetAndRefitted()
    {
        using var scope = NewDisposeScope();
        random.manual_seed(5);
        using var model = new Deep(3);
        var batch = (randn(40, 5), randint(0, 3, [40]));

        var result = CompressTrain.Run(model, new CompressOptions
        {
            Batches = Batches.InOrder([batch]),
            Budget = Budget.Parameters(0.5),
            Schedule = new GeometricSchedule(cycles: 3),
            Criterion = new OutputCriterion(),
            Calibration = Calibration.Labelled([batch]),
            StepsPerCycle = 3,
        });

        Assert.Equal(model.parameters().Sum(static parameter => parameter.numel()), result.Cycles[^1].Cost);
        Assert.True(result.Cycles[^1].Cost <= 0.5 * result.State.CostBefore);
        Assert.All(result.Cycles[^1].Layers, static layer => Assert.True(layer.Refitted <= layer.Cut));
    }

    [Fact]
    public void ATimeIsGoneOnWithOnASlowerMachine()
    {
        using var whole = Task.Model();
        CompressState? saved = null;
        using var model = Task.Model();
        var ended = CompressTrain.Run(whole, Slow(1) with
        {
            Checkpoint = state =>
            {
                if (state.Cycles.Count == 2)
                {
                    saved = state;
                    state.Shrink(model);
                    model.load_state_dict(whole.state_dict());
                }
            },
        });

        var resumed = CompressTrain.Run(model, Slow(3), saved);

        Assert.True(resumed.Cycles.Count > 2);
        Assert.Equal(ended.Cycles.Select(static cycle => cycle.Neurons), resumed.Cycles.Select(static cycle => cycle.Neurons));
        Assert.Equal(ended.State.CostBefore, resumed.State.CostBefore);
        Assert.All(
            ended.Cycles.Zip(resumed.Cycles), static cycles => Assert.Equal(cycles.First.Cost!.Value, cycles.Second.Cost!.Value, 1e-9));

        static CompressOptions Slow(double slowdown)
            => Options(Budget.Metered(0.4, "ms", _ => new SlowMeter(slowdown))) with { Schedule = new GeometricSchedule(cycles: 5) };
    }

    // As a clock of a machine.
    private sealed class SlowMeter(double slowdown) : BudgetMeter
    {
        public override bool Predicts => true;

        public override double Measure(IDualTomographic model) => slowdown * ((nn.Module)model).parameters().Sum(static p => p.numel());

        public override double Predict(IDualTomographic model) => Measure(model);
    }

    private static CompressOptions Options(Budget budget)
        => Task.Options(new ShareSchedule(0)) with { Schedule = null, Budget = budget, StepsPerCycle = 2, Criterion = new NormCriterion() };

    private static CompressOptions Refused(string name)
    {
        var some = Options(Budget.Parameters(0.5));
        return name switch
        {
            "nothing" => some with { Budget = null },
            "two ends" => some with { Schedule = new ShareSchedule(0.75) },
            "two ends of cycles" => some with { Schedule = new CubicSchedule(0.75) },
            "no end" => some with { Budget = null, Schedule = new GeometricSchedule(5) },
            "no way" => some with { Budget = null, Schedule = new FloorSchedule(), Rules = [new LayerRule("first") { Share = 0.5 }] },
            "too little" => some with { Budget = Budget.Parameters(0.01) },
            "too much kept" => some with { Budget = Budget.Parameters(0.1), Rules = [new LayerRule("first") { Keep = true }] },
            "unknown rule" => some with { Rules = [new LayerRule("frist") { Keep = true }] },
            "contradiction" => some with { Rules = [new LayerRule("first") { Maximum = 3 }], Minimum = 4 },
            "minimum" => some with { Minimum = 0 },
            "multiple" => some with { RoundTo = 0 },
            "quantile" => some with { Selection = SelectionRule.Quantile },
            _ => throw new ArgumentException(name),
        };
    }

    private static byte[] Save(TwoLayers model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }
}
