using DtcGen.Criteria;
using DtcGen.Tests.Training;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Tests.Pruned;

/// <summary>What is refused, and what fails on the way, leaves the model as it was, to the last bit.</summary>
[Collection(GlobalGenerator.Collection)]
public sealed class PruningRefusalTests
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "too little", "The budget of 10 % of 15 neurons cannot be met: 2 (13.3 %) are left when all neurons have gone that may. In the way: 'last' stays, they are the model's output." },
        { "too much kept", "a rule keeps 'first'; 'second' keeps at least 5; 'last' stays" },
        { "unknown rule", "A rule names 'frist', which makes no neurons that can leave; these do: first, second." },
        { "contradiction", "'first' is to keep at most 3 neurons and at least 4." },
        { "no multiple", "'second' is to keep at least 1 and at most 5 neurons and a multiple of 6, which does not lie between: give its rule a RoundTo of its own." },
        { "kept and fewer", "The rule for 'first' keeps all neurons, and asks for fewer." },
        { "share of a rule", "The share of 'first' that stays must lie in (0, 1]." },
        { "minimum", "Minimum" },
        { "no data", "The criterion 'taylor' looks at data: set Calibration." },
        { "no loss", "The criterion 'taylor' looks at gradients of a loss: give batches by Calibration.Labelled or Of." },
        { "no batches", "The calibration has no batches: at least one is needed." },
        { "wrong shape", "Calibration batch 1 of shape [4, 6] cannot be run: " },
        { "not a number", "Calibration batch 1 holds NaN or infinity." },
        { "infinite loss", "The loss of calibration batch 0 is NaN or infinite." },
        { "loss of many", "The loss of calibration batch 0 has the shape [4], and must be one number." },
        { "loss of nothing", "The loss of calibration batch 0 cannot be differentiated: element 0 of tensors does not require grad" },
        { "ridge", "The ridge must be a number above 0." },
        { "frozen", "The weight of layer 'first' does not require a gradient" },
        { "scores", "The criterion 'bad' gave neuron group 'second' 7 scores, and must give its 7 neurons a finite number each." },
        { "measure", "The model has NaN things, of which no share can be taken." },
        { "progress", "told enough" },
        { "refit", "told enough" },
        { "other model", "The batches are for a Deep, and the model is a SmallNet." },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void IsRefusedWithTheReason(string name, string reason)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        using var model = new SmallNet();
        model.eval();
        if (name == "frozen")
        {
            model.get_parameter("first.weight")!.requires_grad = false;
        }

        var before = Save(model);
        var refused = Assert.ThrowsAny<Exception>(() => Pruning.Run(model, Options(name)));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.True(refused is ArgumentException or InvalidOperationException, refused.GetType().Name);
        Assert.Equal(before, Save(model));
        Assert.False(model.training);
        Assert.Equal([8, 7], model.Groups.Select(model.CountNeurons));
        Assert.Equal(8, ((TorchSharp.Modules.Linear)model.named_modules().First(static item => item.name == "second").module).in_features);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.5)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void ABudgetIsAShare(double share)
        => Assert.Contains(
            "The share that may stay must lie in (0, 1].",
            Assert.Throws<ArgumentOutOfRangeException>(() => Budget.Neurons(share)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("activations")]
    [InlineData("scores")]
    [InlineData("budget")]
    [InlineData("refit")]
    [InlineData("statistics")]
    public void CancellingLeavesTheModelAsItWas(string stage)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(2);
        using var model = new ImageNet();
        var before = Save(model);
        using var source = new CancellationTokenSource();
        var options = new PruneOptions
        {
            Budget = Budget.Neurons(0.5),
            Calibration = Calibration.Inputs(randn(4, 2, 5, 5), randn(4, 2, 5, 5)),
            Progress = new Direct<PruneProgress>(progress =>
            {
                if (progress.Stage == stage)
                {
                    source.Cancel();
                }
            }),
        };

        Assert.Throws<OperationCanceledException>(() => Pruning.Run(model, options, source.Token));

        Assert.Equal(before, Save(model));
        Assert.Equal(0.1, ((TorchSharp.Modules.BatchNorm2d)model.named_modules().First(static item => item.name == "norm").module).momentum);
        model.call(randn(2, 2, 5, 5));
    }

    [Fact]
    public void ALayerThatHooksDoNotSeeIsNamed()
    {
        using var model = new Silent();
        var options = new PruneOptions { Budget = Budget.Neurons(0.5), Calibration = Calibration.Inputs(randn(4, 5)) };
        foreach (var criterion in new ICriterion[] { new OutputCriterion(), new MeanActivationCriterion() })
        {
            var refused = Assert.Throws<InvalidOperationException>(() => Pruning.Run(model, options with { Criterion = criterion }));
            Assert.Contains("'second'", refused.Message, StringComparison.Ordinal);
            Assert.Contains("hooks do not see it: write second.call(x) in forward, not second.forward(x)", refused.Message, StringComparison.Ordinal);
        }

        // Where it is only to be refitted, it is not.
        var layer = Pruning.Run(model, options with { Criterion = new NormCriterion() }).Layers.Single();
        Assert.Equal(("second", null, null), (layer.Layer, layer.Cut, layer.Refitted));
        Assert.StartsWith("hooks do not see it", layer.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void AClipWrittenByHandIsEnoughForCriteriaOfSums()
    {
        using var model = new TwoLayers(4, 24, 4);
        Pruning.Run(model, new PruneOptions { Budget = Budget.Neurons(0.5) });
        Assert.Equal([12, 6], model.Groups.Select(model.CountNeurons));

        var refused = Assert.Throws<NotSupportedException>(
            () => Pruning.Run(model, new PruneOptions { Budget = Budget.Neurons(0.5), Criterion = new LampCriterion() }));
        Assert.Contains("the Clip of 'TwoLayers' is not a generated one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsLeftBehind()
    {
        random.manual_seed(2);
        using var model = new ImageNet();
        using var first = randn(8, 2, 5, 5);
        var options = new PruneOptions { Budget = Budget.Neurons(0.9), Calibration = Calibration.Inputs(first) };
        Pruning.Run(model, options);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Pruning.Run(model, options);
        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    private static byte[] Save(Module model)
    {
        using var stream = new MemoryStream();
        model.save(stream);
        return stream.ToArray();
    }

    private static PruneOptions Options(string name)
    {
        var some = new PruneOptions { Budget = Budget.Neurons(0.5) };
        var good = randn(4, 5);
        var labelled = Calibration.Labelled([(good, tensor([0L, 1, 2, 0]))]);
        return name switch
        {
            "too little" => some with { Budget = Budget.Neurons(0.1) },
            "too much kept" => some with { Rules = [new LayerRule("first") { Keep = true }, new LayerRule("sec*") { Minimum = 5 }] },
            "unknown rule" => some with { Rules = [new LayerRule("frist") { Keep = true }] },
            "contradiction" => some with { Rules = [new LayerRule("first") { Maximum = 3 }], Minimum = 4 },
            "no multiple" => some with
            {
                Rules = [new LayerRule("*") { Maximum = 5 }, new LayerRule("first") { RoundTo = 1 }],
                RoundTo = 6,
            },
            "kept and fewer" => some with { Rules = [new LayerRule("first") { Keep = true, Share = 0.5 }] },
            "share of a rule" => some with { Rules = [new LayerRule("first") { Share = 0 }] },
            "minimum" => some with { Minimum = 0 },
            "no data" => some with { Criterion = new TaylorCriterion() },
            "no loss" => some with { Criterion = new TaylorCriterion(), Calibration = Calibration.Inputs(good) },
            "no batches" => some with { Calibration = Calibration.Inputs() },
            "wrong shape" => some with { Calibration = Calibration.Inputs(good, randn(4, 6)) },
            "not a number" => some with { Calibration = Calibration.Inputs(good, full(4, 5, double.NaN)) },
            "infinite loss" => Gradients(Calibration.Labelled([(good, good)], static (output, _) => output.sum() / 0)),
            "loss of many" => Gradients(Calibration.Labelled([(good, good)], static (output, _) => output.sum(1))),
            "loss of nothing" => Gradients(Calibration.Labelled([(good, good)], static (output, _) => output.detach().sum())),
            "ridge" => some with { Reconstruction = new Reconstruction { Ridge = double.NaN } },
            "frozen" => Gradients(labelled),
            "scores" => some with { Criterion = new BadCriterion() },
            "measure" => some with { Budget = Budget.Of(0.5, "things", static model => model.CountNeurons(model.Groups[0]) == 8 ? 1 : double.NaN) },
            "progress" => some with { Progress = new Direct<PruneProgress>(static _ => throw new InvalidOperationException("told enough")) },
            "refit" => some with
            {
                Calibration = labelled,
                Progress = new Direct<PruneProgress>(
                    static progress => _ = progress is { Stage: "refit", Done: 2 } ? throw new InvalidOperationException("told enough") : 0),
            },
            "other model" => Gradients(Calibration.Of<Deep, Tensor>([good], static (model, batch) => model.call(batch).sum())),
            _ => throw new ArgumentException(name),
        };

        PruneOptions Gradients(Calibration calibration) => some with { Criterion = new TaylorCriterion(), Calibration = calibration };
    }

    private sealed class BadCriterion : ICriterion
    {
        public string Name => "bad";

        public NeuronScores Score(CriterionContext context)
        {
            double[] scores = [.. Enumerable.Range(0, context.Neurons)];
            scores[6] = context.Neurons == 7 ? double.NaN : 6;
            return new NeuronScores(scores, ClippedSide.Lowest);
        }
    }
}
