using DtcGen.Onnx;
using DtcGen.Onnx.Tests;
using DtcGen.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Networks as people write them: read, clipped exactly, trained on, exported.</summary>
public sealed class TopologyTests
{
    private const double Tolerance = 1e-5;
    private const double OnnxTolerance = 1e-4;

    public static TheoryData<string> Names => [.. Topologies.All.Select(static topology => topology.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_written_as_its_snapshot(string name)
        => VerifiedFile.Match(Generated.From(Of(name).Source).Sources.Single().Text, directory: "_snapshots", test: name);

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_exactly_the_groups_that_its_reader_sees(string name)
    {
        var topology = Of(name);
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
    public void Its_groups_list_exactly_the_expected_members(string name)
    {
        using var model = LoadedModel.From(Of(name).Source);
        Assert.Equal(TopologyMembers.All[name], model.Neurons.Groups.Select(TopologyMembers.Describe));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_group_alone_is_clipped_exactly(string name)
    {
        var topology = Of(name);
        var generated = Generated.From(topology.Source);
        var chance = new Random(11);
        foreach (var (group, _) in topology.Groups)
        {
            for (var round = 0; round < 3; round++)
            {
                Check(topology, generated, chance, [group]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_groups_at_once_are_clipped_exactly(string name)
    {
        var topology = Of(name);
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
        var topology = Of(name);
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

        var inputs = topology.MakeInputs(16);
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
            var loss = model.Call(inputs).Select(static output => nn.functional.mse_loss(output, zeros_like(output))).Aggregate(static (a, b) => a + b);
            loss.backward();
            optimizer.step();
            return loss.item<float>();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Clipped_to_all_neurons_it_stays_bit_by_bit(string name)
    {
        using var model = LoadedModel.From(Of(name).Source);
        var before = LayerWeights.Snapshot(model.Module);
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group)));
        }

        Assert.Equal(before, LayerWeights.Snapshot(model.Module));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hundred_clips_leak_no_tensor(string name)
    {
        var clips = 0;
        while (clips < 100)
        {
            using var model = LoadedModel.From(Of(name).Source);

            // From the first clip on, which replaces tensors that the layers' constructors made.
            var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
            foreach (var group in model.Neurons.Groups)
            {
                for (; model.Neurons.CountNeurons(group) > 1; clips++)
                {
                    ClipOne(model, group);
                    Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_size_is_the_closed_form(string name)
    {
        var topology = Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(topology.Source);
        Check();
        ClipToHalf(model);
        Check();

        void Check()
        {
            var expected = topology.Size([.. model.Neurons.Groups.Select(model.Neurons.CountNeurons)]);
            var statistics = ExportedFile.Export(model, topology.MakeInputs(2)).Statistics;
            Assert.Equal((expected.Parameters, expected.MultiplyAdds), (statistics.Parameters, statistics.MultiplyAdds));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_file_computes_what_it_does(string name)
    {
        var topology = Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(topology.Source);
        Warm(topology, model);
        Check();
        ClipToHalf(model);
        Check();

        void Check()
        {
            Assert.InRange(ExportedFile.Difference(model, topology.MakeInputs(1)), 0, OnnxTolerance);
            Assert.InRange(ExportedFile.Difference(model, topology.MakeInputs(37)), 0, OnnxTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_shapes_inferred_from_its_file_are_those_that_come_out(string name)
    {
        var topology = Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(topology.Source);
        var inputs = topology.MakeInputs(5);
        ShapeOracle.Check(ExportedFile.Export(model, inputs), new Dictionary<string, long> { ["batch"] = 5 }, [.. inputs.Select(OnnxTensors.ToOnnxArray)]);
    }

    private static void Check(Topology topology, Generated generated, Random chance, string[] groups)
    {
        using var scope = NewDisposeScope();
        using var clipped = LoadedModel.From(generated, chance.Next());
        using var masked = LoadedModel.From(generated, chance.Next());

        Warm(topology, clipped);
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

        var inputs = topology.MakeInputs(5);
        Assert.All(masked.Call(inputs).Zip(clipped.Call(inputs)), static pair => Assert.InRange(LayerWeights.Difference(pair.First, pair.Second), 0, Tolerance));
    }

    // Some batches give running statistics that are not the initial ones.
    internal static void Warm(Topology topology, LoadedModel model)
    {
        model.Module.train();
        for (var i = 0; i < 3; i++)
        {
            model.Call(topology.MakeInputs(8));
        }
    }

    private static void ClipOne(LoadedModel model, NeuronGroup group)
        => model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group) - 1));

    private static void ClipToHalf(LoadedModel model)
    {
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All((model.Neurons.CountNeurons(group) + 1) / 2));
        }
    }

    internal static Topology Of(string name) => Topologies.All.Single(topology => topology.Name == name);
}
