using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Clipping is exact: what the neurons that leave no longer feed is all that is lost.</summary>
public sealed class ExactnessTests
{
    private const double Tolerance = 1e-5;

    /// <summary>Each network, and for each group by name the layers that consume it.</summary>
    public static TheoryData<string, string, string[]> Groups()
    {
        var data = new TheoryData<string, string, string[]>();
        foreach (var (source, groups) in Cases())
        {
            foreach (var (group, consumers) in groups)
            {
                data.Add(source, group, consumers);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Groups))]
    public void ClippedNetworkComputesWhatTheMaskedOneDoes(string source, string groupName, string[] consumers)
    {
        using var scope = NewDisposeScope();
        var generated = Generated.From(source);
        var chance = new Random(7);
        for (var round = 0; round < 3; round++)
        {
            using var clipped = LoadedModel.From(generated, seed: round);
            using var masked = LoadedModel.From(generated, seed: 99);
            LayerWeights.Copy(clipped.Module, masked.Module);
            clipped.Module.eval();
            masked.Module.eval();

            var group = clipped.Group(groupName);
            var count = clipped.Neurons.CountNeurons(group);
            var keep = KeepSets.Random(count, chance.Next(1, (int)count), chance);
            var x = randn(37, 6);
            var dense = clipped.Network.call(x);
            clipped.Neurons.Clip(group, keep);
            foreach (var consumer in consumers)
            {
                LayerWeights.MaskColumns(masked.Module, consumer, keep);
            }

            Assert.Equal(keep.Length, clipped.Neurons.CountNeurons(group));
            var expected = masked.Network.call(x);
            Assert.InRange(LayerWeights.Difference(expected, clipped.Network.call(x)), 0, Tolerance);

            // The tolerance can fail: removing neurons changes the output by far more than it allows.
            Assert.True(LayerWeights.Difference(expected, dense) > 100 * Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void AllGroupsClippedToOneNeuronStillTrain(string source)
    {
        // A single rectified neuron may fire for no sample, and then nothing trains: such weights are drawn anew.
        var generated = Generated.From(source);
        var losses = Enumerable.Range(1, 20)
            .Select(seed => LossesOfSingleNeurons(generated, seed))
            .FirstOrDefault(static losses => losses.Distinct().Count() > 1);

        Assert.True(losses is not null, "with twenty draws of weights, no step of training changed the loss");
        Assert.True(losses.TakeLast(5).Average() < losses.Take(5).Average(), string.Join(' ', losses));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void KeepingAllNeuronsChangesNoBit(string source)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(source);
        var before = LayerWeights.Snapshot(model.Module);
        var x = randn(5, 6);
        model.Module.eval();
        var expected = model.Network.call(x).data<float>().ToArray();

        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group)));
        }

        Assert.Equal(before, LayerWeights.Snapshot(model.Module));
        Assert.Equal(expected, model.Network.call(x).data<float>().ToArray());
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void ParametersKeepTheirNamesAndOrder(string source)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(source);
        var before = model.Module.named_parameters().Select(static p => p.name).ToArray();
        var state = model.Module.state_dict().Keys.ToArray();
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group) - 1));
        }

        Assert.Equal(before, model.Module.named_parameters().Select(static p => p.name));
        Assert.Equal(state, model.Module.state_dict().Keys);
    }

    [Fact]
    public void NeuronsFlattenedWithEarlierDimensionsLeaveFromEveryRepeat()
    {
        // Rows of 6 pixels go through one layer each; flattening lays the 8 neurons of row 0 before those of row 1.
        using var scope = NewDisposeScope();
        var generated = Generated.From(ModelSource.Of("""
            private readonly Linear rows = Linear(6, 8);
            private readonly Linear all = Linear(32, 3);

            public override Tensor forward(Tensor x) => all.call(rows.call(x).tanh().flatten(1));
            """));
        using var clipped = LoadedModel.From(generated);
        using var masked = LoadedModel.From(generated, seed: 2);
        LayerWeights.Copy(clipped.Module, masked.Module);
        long[] keep = [0, 2, 7];
        var x = randn(5, 4, 6);
        clipped.Neurons.Clip(clipped.Group("rows"), keep);
        LayerWeights.MaskColumns(
            masked.Module, "all", [.. from row in Enumerable.Range(0, 4) from neuron in keep select (row * 8) + neuron]);

        Assert.Equal([3, 12], LayerWeights.Linear(clipped.Module, "all").weight.shape);
        Assert.InRange(LayerWeights.Difference(masked.Network.call(x), clipped.Network.call(x)), 0, Tolerance);
    }

    [Fact]
    public void SizesFollowTheClip()
    {
        using var model = LoadedModel.From(Networks.Chain(2, bias: true));
        model.Neurons.Clip(model.Group("fc1"), [0, 3, 4]);

        var fc1 = LayerWeights.Linear(model.Module, "fc1");
        var fc2 = LayerWeights.Linear(model.Module, "fc2");
        Assert.Equal((6L, 3L), (fc1.in_features, fc1.out_features));
        Assert.Equal((3L, 7L), (fc2.in_features, fc2.out_features));
        Assert.Equal(3, fc1.bias!.shape[0]);
        Assert.Equal(7, fc2.bias!.shape[0]);
    }

    [Fact]
    public void AFrozenParameterStaysFrozen()
    {
        using var model = LoadedModel.From(Networks.Chain(1, bias: true));
        LayerWeights.Linear(model.Module, "fc1").weight.requires_grad = false;
        model.Neurons.Clip(model.Group("fc1"), [1, 2]);

        Assert.False(LayerWeights.Linear(model.Module, "fc1").weight.requires_grad);
        Assert.True(LayerWeights.Linear(model.Module, "fc1").bias!.requires_grad);
    }

    [Fact]
    public void ClippingLeaksNoTensor()
    {
        using var model = LoadedModel.From(Networks.Chain(1, bias: true, widest: 120));
        var statistics = DisposeScopeManager.Statistics;
        var before = statistics.ThreadTotalLiveCount;
        for (var left = 119; left > 19; left--)
        {
            model.Neurons.Clip(model.Group("fc1"), KeepSets.All(left));
        }

        Assert.Equal(before, statistics.ThreadTotalLiveCount);
    }

    public static TheoryData<string> Sources() => [.. Cases().Select(static c => c.Source)];

    private static List<float> LossesOfSingleNeurons(Generated generated, int seed)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(generated, seed);
        model.Module.train();
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, [model.Neurons.CountNeurons(group) / 2]);
            Assert.Equal(1, model.Neurons.CountNeurons(group));
        }

        var x = randn(64, 6);
        var target = x.narrow(1, 0, 3) * 0.5f;
        using var optimizer = optim.Adam(model.Module.parameters(), lr: 0.02);
        var losses = new List<float>();
        for (var step = 0; step < 40; step++)
        {
            optimizer.zero_grad();
            var loss = nn.functional.mse_loss(model.Network.call(x), target);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        return losses;
    }

    private static IEnumerable<(string Source, (string Group, string[] Consumers)[] Groups)> Cases()
    {
        foreach (var bias in new[] { true, false })
        {
            yield return (Networks.Chain(1, bias), [("fc1", ["fc2"])]);
            yield return (Networks.Chain(2, bias), [("fc1", ["fc2"]), ("fc2", ["fc3"])]);
            yield return (Networks.Chain(3, bias, "sigmoid"), [("fc1", ["fc2"]), ("fc2", ["fc3"]), ("fc3", ["fc4"])]);
        }

        foreach (var network in new[] { "Residual", "InSequential", "InBlocks" }.Select(Networks.Of))
        {
            yield return (network.Source, ConsumersOf(network));
        }

        var residual = Networks.Of("Residual");
        yield return (Regex.Replace(residual.Source, @"(Linear\([0-9]+, [0-9]+)\)", "$1, hasBias: false)"), ConsumersOf(residual));

        static (string, string[])[] ConsumersOf(Network network)
            => [.. network.Groups.Select(static group => (group.Name, group.By.Select(static taken => taken.Layer).ToArray()))];
    }
}
