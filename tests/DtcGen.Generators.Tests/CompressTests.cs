using DtcGen.Criteria;
using DtcGen.Onnx;
using DtcGen.Recording;
using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Compression while training, of models as the generator completes them.</summary>
public sealed class CompressTests
{
    [Theory]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.BFloat16)]
    public void AModelOfAnyTypeIsCompressed(ScalarType type)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(Networks.Chain(2, bias: true));
        model.Module.to(type);

        var result = Run(model, Options(type));

        Assert.True(result.Completed);
        Assert.Equal([4, 4], model.Neurons.Groups.Select(group => (int)model.Neurons.CountNeurons(group)));
        Assert.All(model.Module.parameters(), parameter => Assert.Equal(type, parameter.dtype));
        Assert.All(result.Cycles, static cycle => Assert.True(double.IsFinite(cycle.Loss)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ABudgetOfMultiplyAddsIsReachedInCycles(bool isRecorded)
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of("LeNet");
        using var model = LoadedModel.From(
            isRecorded ? Generated.Run(ModelSource.With(network.Source, "Record = true")) : Generated.From(network.Source));
        var inputs = network.MakeInputs(6)[0];

        var result = Run(model, new CompressOptions
        {
            Batches = _ => (inputs, inputs),
            Loss = static (output, _) => output.square().mean(),
            Budget = OnnxBudget.MultiplyAdds(0.4, OnnxInput.Like(inputs)),
            Schedule = new CubicSchedule(cycles: 3),
            Criterion = new NormCriterion(),
            StepsPerCycle = 2,
        });

        // The closed form of what it costs, written by hand in the network's file.
        double Cost(IEnumerable<int> sizes) => network.Size.At([.. sizes.Select(static size => (long)size)]).MultiplyAdds;
        Assert.Equal(Cost(result.State.InitialNeurons), result.State.CostBefore);
        Assert.Equal(3, result.Cycles.Count);
        Assert.All(
            result.Cycles, cycle => Assert.Equal(Cost(cycle.Groups.Select(static group => group.NeuronsAfter)), cycle.Cost));
        Assert.True(result.Cycles[^1].Cost <= 0.4 * result.State.CostBefore);
        Assert.True(result.Cycles[1].Cost > 0.4 * result.State.CostBefore);
    }

    [Fact]
    public void AnEmbeddingStaysTrained()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(ClippableLayers.All["Embedding"].Generated);
        var parameters = new List<string[]>();
        var options = Options(ScalarType.Float32) with
        {
            Batches = Batches.Shuffled(randint(11, [64, 5], ScalarType.Int64), randint(3, 64, ScalarType.Int64), 16, seed: 1),
            Checkpoint = _ => parameters.Add([.. model.Module.named_parameters().Select(static item => item.name)]),
        };

        Run(model, options);

        Assert.All(parameters, static names => Assert.Equal(["words.weight", "last.weight", "last.bias"], names));
    }

    [Fact]
    public void SharedWeightsAreRefusedBeforeTheFirstStep()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(ModelSource.Class(
            """
            private readonly Linear a = Linear(6, 6);
            private readonly Linear b = Linear(6, 6);
            private readonly Linear c = Linear(6, 3);

            public override Tensor forward(Tensor x) => c.call(b.call(a.call(x).tanh()).tanh());
            """,
            "public Net() : base(nameof(Net)) { b.weight = a.weight; RegisterComponents(); }"));
        var options = Options(ScalarType.Float32) with { Batches = _ => throw new InvalidOperationException("a step was taken") };

        var refusal = Assert.Throws<InvalidOperationException>(() => Run(model, options));

        Assert.Contains("'a.weight' and 'b.weight'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelThatMustBeRecordedIsRecordedWithItsFirstBatchAndGoesOnFromASavedState()
    {
        using var scope = NewDisposeScope();
        var generated = RecordedCase.Compile(RecordedModels.All.Single(static model => model.Name == "NullableShortcut").Source);
        using var model = LoadedModel.From(generated);
        CompressState? saved = null;
        byte[] weights = [];
        var options = Options(ScalarType.Float32) with
        {
            Checkpoint = state =>
            {
                saved ??= state;
                weights = weights.Length == 0 ? model.Save() : weights;
            },
        };

        Assert.True(Run(model, options).Completed);
        Assert.Equal([7, 5, 7], model.Neurons.Groups.Select(group => (int)model.Neurons.CountNeurons(group)));

        using var resumed = LoadedModel.From(generated, seed: 3);
        ((IRecordedModel)resumed.Module).RecordInputs(randn(2, 6));
        resumed.LoadPruned(weights);
        Assert.True(Run(resumed, options with { Checkpoint = null }, saved).Completed);
        Assert.Equal([7, 5, 7], resumed.Neurons.Groups.Select(group => (int)resumed.Neurons.CountNeurons(group)));
    }

    [Theory]
    [MemberData(nameof(ClippedLayerTests.Names), MemberType = typeof(ClippedLayerTests))]
    public void AClipThatComesToNothingIsUndone(string name)
    {
        using var scope = NewDisposeScope();
        var layer = ClippableLayers.All[name];
        using var model = LoadedModel.From(layer.Generated);
        model.Module.eval();
        var inputs = layer.MakeInputs(3);
        var (saved, expected, clipped) = (model.Save(), model.Call(inputs), 0);
        var options = Options(ScalarType.Float32) with
        {
            StepsPerCycle = 0,
            Evaluate = _ =>
            {
                clipped = model.Neurons.Groups.Sum(group => (int)model.Neurons.CountNeurons(group));
                throw new NotSupportedException("nothing is measured");
            },
        };
        var neurons = model.Neurons.Groups.Sum(group => (int)model.Neurons.CountNeurons(group));

        var thrown = Assert.Throws<NotSupportedException>(() => Run(model, options));

        Assert.InRange(clipped, 1, neurons - 1);
        Assert.Empty(CompressTrain.StateOf(thrown)!.Cycles);
        Assert.Equal(saved, model.Save());
        Assert.All(expected.Zip(model.Call(inputs)), static pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void WhileAModelIsCompressedAnotherThreadGetsNothingOfIt(bool isRecorded)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(isRecorded
            ? RecordedCase.Compile(RecordedModels.All.Single(static model => model.Name == "NullableShortcut").Source)
            : Generated.From(Networks.Chain(2, bias: true)));
        Exception?[] refusals = [];
        var options = Options(ScalarType.Float32) with { Evaluate = _ => TryAll() };

        Assert.True(Run(model, options).Completed);

        Assert.Equal(4, refusals.Length);
        Assert.All(
            refusals,
            static refusal => Assert.Contains(
                "in use by another thread (compression)",
                Assert.IsType<InvalidOperationException>(refusal).Message,
                StringComparison.Ordinal));

        double TryAll()
        {
            var group = model.Neurons.Groups[0];
            refusals =
            [
                OnAnotherThread(() => model.Neurons.SumRays(group)),
                OnAnotherThread(() => model.Neurons.Clip(group, [0])),
                OnAnotherThread(() => ExportedFile.Export(model, randn(2, 6))),
                OnAnotherThread(() => model.Neurons.Prove(randn(2, 6))),
            ];
            return 1;
        }

        static Exception? OnAnotherThread(Action action)
        {
            Exception? thrown = null;
            using (ExecutionContext.SuppressFlow())
            {
                var thread = new Thread(() => thrown = Record.Exception(action));
                thread.Start();
                thread.Join();
            }

            return thrown;
        }
    }

    private static CompressOptions Options(ScalarType type)
    {
        var inputs = randn(64, 6);
        return new()
        {
            Batches = Batches.Shuffled(inputs.to(type), inputs.narrow(1, 0, 3).argmax(1), 16, seed: 1),
            Schedule = new ShareSchedule(0.5, 0.25),
            StepsPerCycle = 3,
        };
    }

    // By the model's class, which only run time knows.
    private static CompressResult Run(LoadedModel model, CompressOptions options, CompressState? resumeFrom = null)
        => (CompressResult)typeof(CompressTrain).GetMethod(nameof(CompressTrain.Run))!
            .MakeGenericMethod(model.Module.GetType())
            .Invoke(
                null,
                System.Reflection.BindingFlags.DoNotWrapExceptions,
                null,
                [model.Module, options, resumeFrom, CancellationToken.None],
                null)!;
}
