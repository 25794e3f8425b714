using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Networks as people write them: read, clipped exactly, trained on.</summary>
public sealed class TopologyTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> Names => [.. Topologies.All.Select(static topology => topology.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_exactly_the_groups_that_its_reader_sees(string name)
    {
        var topology = Topologies.All.Single(t => t.Name == name);
        using var model = LoadedModel.From(topology.Source);
        Assert.Equal(topology.Groups.Select(static group => group.Group), model.Neurons.Groups.Select(static group => group.Name));
        foreach (var (group, by) in topology.Groups)
        {
            Assert.Equal(
                by.Select(static taken => taken.Layer).Order(StringComparer.Ordinal),
                model.Group(group).Members.Where(static member => member.Role == NeuronRole.Consumer).Select(static member => member.Layer).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_group_alone_is_clipped_exactly(string name)
    {
        var topology = Topologies.All.Single(t => t.Name == name);
        var generated = Generated.From(topology.Source);
        var chance = new Random(11);
        foreach (var (group, _) in topology.Groups)
        {
            Check(topology, generated, chance, [group]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_groups_at_once_are_clipped_exactly(string name)
    {
        var topology = Topologies.All.Single(t => t.Name == name);
        var generated = Generated.From(topology.Source);
        var chance = new Random(12);
        for (var round = 0; round < 3; round++)
        {
            Check(topology, generated, chance, [.. topology.Groups.Select(static group => group.Group)]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Clipped_to_one_neuron_each_it_trains_and_keeps_its_names(string name)
    {
        var topology = Topologies.All.Single(t => t.Name == name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(topology.Source);
        var before = model.Module.state_dict().Keys.ToArray();
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, [model.Neurons.CountNeurons(group) - 1]);
            Assert.Equal(1, model.Neurons.CountNeurons(group));
        }

        Assert.Equal(before, model.Module.state_dict().Keys);
        Assert.All(model.Module.named_modules(), module => Assert.True(module.module.training, module.name));

        var x = MakeInput(topology, 16);
        using var target = zeros_like(Call(model, x));
        using var optimizer = optim.SGD(model.Module.parameters(), 0.01);
        var first = Step();
        for (var i = 0; i < 10; i++)
        {
            Step();
        }

        Assert.True(Step() < first);

        float Step()
        {
            optimizer.zero_grad();
            var loss = nn.functional.mse_loss(Call(model, x), target);
            loss.backward();
            optimizer.step();
            return loss.item<float>();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Clipping_leaks_no_tensor(string name)
    {
        var topology = Topologies.All.Single(t => t.Name == name);
        using var model = LoadedModel.From(topology.Source);
        var group = model.Neurons.Groups[^1];
        model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group) - 1));
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        while (model.Neurons.CountNeurons(group) > 1)
        {
            model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group) - 1));
            Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }
    }

    private static void Check(Topology topology, Generated generated, Random chance, string[] groups)
    {
        using var scope = NewDisposeScope();
        using var clipped = LoadedModel.From(generated, chance.Next());
        using var masked = LoadedModel.From(generated, chance.Next());

        // Some batches give running statistics that are not the initial ones.
        clipped.Module.train();
        for (var i = 0; i < 3; i++)
        {
            Call(clipped, MakeInput(topology, 8));
        }

        LayerWeights.Copy(clipped.Module, masked.Module);
        clipped.Module.eval();
        masked.Module.eval();

        var counts = groups.ToDictionary(static group => group, group => clipped.Neurons.CountNeurons(clipped.Group(group)));
        foreach (var group in groups)
        {
            var count = counts[group];
            var keep = KeepSets.Random(count, chance.Next(1, (int)count), chance);
            clipped.Neurons.Clip(clipped.Group(group), keep);
            Assert.Equal(keep.Length, clipped.Neurons.CountNeurons(clipped.Group(group)));
            foreach (var taken in topology.Groups.Single(g => g.Group == group).By)
            {
                LayerWeights.ZeroColumns(masked.Module, taken.Layer, taken.Inputs(count, KeepSets.All(count).Except(keep)));
            }
        }

        var x = MakeInput(topology, 5);
        Assert.InRange(LayerWeights.Difference(Call(masked, x), Call(clipped, x)), 0, Tolerance);
    }

    private static Tensor Call(LoadedModel model, Tensor x) => model.Network.call(x);

    private static Tensor MakeInput(Topology topology, long batch)
    {
        long[] shape = [batch, .. topology.Input.Skip(1)];
        return topology.Words is { } words ? randint(words, shape, ScalarType.Int64) : randn(shape);
    }
}
