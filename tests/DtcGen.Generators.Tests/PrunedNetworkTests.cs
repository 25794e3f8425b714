using DtcGen.Onnx;
using DtcGen.Recording;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>
/// Networks of every kind, pruned in one call to a budget of multiply-adds, with their layers refitted. What all of them share is
/// tested elsewhere; these are those in which neurons lie in ways of their own.
/// </summary>
public sealed class PrunedNetworkTests
{
    private const double Share = 0.75;

    [Theory]
    [InlineData("DenseNet", false)]
    [InlineData("DenseNet", true)]
    [InlineData("FlattenedConcatenation", false)]
    [InlineData("GroupedConvolution", false)]
    [InlineData("MobileNet", false)]
    [InlineData("ResNet", true)]
    [InlineData("Signals", false)]
    [InlineData("Transformer", false)]
    [InlineData("TwoInputsTwoOutputs", false)]
    public void ItKeepsTheBudgetAndItsLayersAreRefitted(string name, bool isRecorded)
    {
        var network = Networks.Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(
            isRecorded ? Generated.Run(ModelSource.With(network.Source, "Record = true")) : Generated.From(network.Source));
        NetworkTests.Warm(network, model);
        var batches = new[] { network.MakeInputs(6), network.MakeInputs(5) };
        (model.Module as IRecordedModel)?.RecordInputs(batches[0]);
        var dense = network.Size.At([.. network.Groups.Select(static group => group.Count)]).MultiplyAdds;

        var report = Pruning.Run(model.Neurons, new PruneOptions
        {
            Budget = OnnxBudget.MultiplyAdds(Share, [.. batches[0].Select(OnnxInput.Like)]),
            Calibration = Calibration.Of<nn.Module, Tensor[]>(batches, (_, batch) => model.Call(batch)[0].sum()),
            Ranking = Ranking.Global,
        });

        // The closed form of what it costs, written by hand in the network's file.
        Assert.Equal(dense, report.CostBefore);
        Assert.Equal(network.Size.At([.. report.Groups.Select(static group => (long)group.After)]).MultiplyAdds, report.CostAfter);
        Assert.True(report.CostAfter <= Share * dense);
        Assert.Equal(report.Groups.Select(static group => (long)group.After), model.Neurons.Groups.Select(model.Neurons.CountNeurons));
        Assert.NotEmpty(report.Layers);
        Assert.All(report.Layers, static layer => Assert.True(layer.Refitted <= layer.Cut + 1e-3, $"{layer}"));
        model.Call(network.MakeInputs(2));
    }

    [Fact]
    public void ABudgetOfBytesIsThatOfTheFile()
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of("LeNet");
        using var model = LoadedModel.From(network.Source);
        var inputs = network.MakeInputs(2);
        var how = new OnnxExportOptions { WriteNeurons = false };
        var dense = ExportedFile.Export(model, how, inputs).ToBytes().Length;

        var budget = OnnxBudget.FileBytes(0.4, [.. inputs.Select(OnnxInput.Like)]);
        var report = Pruning.Run(model.Neurons, new PruneOptions { Budget = budget });

        Assert.Equal(dense, report.CostBefore);
        Assert.Equal(ExportedFile.Export(model, how, inputs).ToBytes().Length, report.CostAfter);
        Assert.InRange(report.CostAfter / dense, 0.3, 0.4);
    }

    [Fact]
    public void ABudgetOfLatencyIsMeasured()
    {
        using var scope = NewDisposeScope();
        var network = Networks.Of("LeNet");
        using var model = LoadedModel.From(network.Source);
        OnnxInput[] inputs = [.. network.MakeInputs(2).Select(OnnxInput.Like)];
        var timing = new OnnxLatencyOptions { Runs = 5, Warmup = 1, Threads = 1 };
        var stages = new List<string>();
        var report = Pruning.Run(model.Neurons, new PruneOptions
        {
            Budget = OnnxBudget.Latency(0.9, 3, timing, inputs),
            Progress = new Told(stages.Add),
        });
        Assert.Equal("ms (batch 3)", report.Unit);
        Assert.True(report is { CostBefore: > 0, CostAfter: > 0 });
        Assert.Contains("budget", stages);
        Assert.Throws<ArgumentOutOfRangeException>(() => OnnxBudget.Latency(0.5, 0, timing, inputs));

        // What cannot be timed is refused, and nothing has left.
        var open = new OnnxInput([OnnxInput.Batch, 1, "height", "width"]);
        var before = model.Neurons.Groups.Select(model.Neurons.CountNeurons).ToArray();
        Assert.ThrowsAny<Exception>(
            () => Pruning.Run(model.Neurons, new PruneOptions { Budget = OnnxBudget.Latency(0.5, 3, timing, open) }));
        Assert.Equal(before, model.Neurons.Groups.Select(model.Neurons.CountNeurons));
    }

    private sealed class Told(Action<string> tell) : IProgress<PruneProgress>
    {
        public void Report(PruneProgress value) => tell(value.Stage);
    }
}
