namespace DtcGen.Generators.Tests;

/// <summary>A request that cannot be met is refused by name, and the model stays as it was.</summary>
public sealed class MisuseTests
{
    [Theory]
    [InlineData(new long[0], "At least one of the 8 neurons of 'fc1' must stay")]
    [InlineData(new long[] { 0, 8 }, "Neuron 8 does not exist: 'fc1' has 8 neurons")]
    [InlineData(new long[] { -1, 2 }, "Neuron -1 does not exist")]
    [InlineData(new long[] { 3, 2 }, "must ascend without repeats, but 2 follows 3")]
    [InlineData(new long[] { 2, 2 }, "must ascend without repeats, but 2 follows 2")]
    public void NeuronsToKeepAreChecked(long[] keep, string says)
    {
        using var model = LoadedModel.From(Networks.Chain(2, bias: true));
        var before = LayerWeights.Snapshot(model.Module);
        var error = Assert.Throws<ArgumentException>(() => model.Neurons.Clip(model.Group("fc1"), keep));

        Assert.Equal("keep", error.ParamName);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, LayerWeights.Snapshot(model.Module));
    }

    [Fact]
    public void AGroupOfAnotherModelIsRefused()
    {
        using var model = LoadedModel.From(Networks.Chain(2, bias: true));
        var foreign = new NeuronGroup(0, "encoder", []);

        Assert.Contains(
            "has no neuron group 0 named 'encoder'; its groups are: 'fc1', 'fc2'",
            Assert.Throws<ArgumentException>(() => model.Neurons.CountNeurons(foreign)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => model.Neurons.SumRays(foreign));
        Assert.Throws<ArgumentException>(() => model.Neurons.Clip(foreign, [0]));
        Assert.Throws<ArgumentException>(() => model.Neurons.CountNeurons(new NeuronGroup(2, "fc3", [])));
        Assert.Throws<ArgumentNullException>(() => model.Neurons.CountNeurons(null!));
    }

    [Fact]
    public void ALayerResizedByHandIsNamedAndNothingChanges()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        using var model = LoadedModel.From(Networks.Chain(2, bias: true));
        LayerWeights.Linear(model.Module, "fc2").weight = new TorchSharp.Modules.Parameter(TorchSharp.torch.zeros(7, 5));
        var before = LayerWeights.Snapshot(model.Module);
        var error = Assert.Throws<InvalidOperationException>(() => model.Neurons.Clip(model.Group("fc1"), [0, 1]));

        Assert.Contains("Layer 'fc2' has 5 entries, which does not fit 8 neurons", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, LayerWeights.Snapshot(model.Module));
    }
}
