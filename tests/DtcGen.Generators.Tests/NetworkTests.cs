using System.Text.RegularExpressions;
using DtcGen.Onnx;
using DtcGen.Onnx.Tests;
using DtcGen.Testing;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Networks as people write them: read, clipped exactly, trained on, exported.</summary>
public sealed partial class NetworkTests
{
    private const double Tolerance = 1e-5;
    private const double OnnxTolerance = 1e-4;

    public static TheoryData<string> Names => Networks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void IsWrittenAsItsSnapshot(string name)
        => VerifiedFile.Match(Generated.From(Networks.Of(name).Source).Sources.Single().Text, directory: "_snapshots", test: name);

    [Theory]
    [MemberData(nameof(Names))]
    public void ItsGroupsAreThoseOfItsFile(string name)
    {
        var network = Networks.Of(name);
        using var model = LoadedModel.From(network.Source);
        var units = Generated.Run(network.Explained).Diagnostics
            .Select(static diagnostic => ExplainedGroup().Match(diagnostic.GetMessage()))
            .Where(static match => match.Success)
            .ToDictionary(static match => match.Groups["group"].Value, static match => match.Groups["unit"].Value);
        AssertSame(
            network.Groups.Select(static group => $"// {group.Letter}: {group.Count} {group.Unit}s: {group.Members}"),
            model.Neurons.Groups.Select(group
                => $"// {NetworkFile.LetterOf(group.Index)}: {model.Neurons.CountNeurons(group)} {units[group.Name]}s: {NetworkGroup.MembersOf(group)}"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheLayersThatStayAreThoseOfItsFile(string name)
    {
        var network = Networks.Of(name);
        using var model = LoadedModel.From(network.Source);
        AssertSame(network.Stays.Select(Line), model.Neurons.Pinned.Select(Line));

        static string Line(PinnedNeurons stays) => $"// stays: {stays.Layer}: {stays.Reason}";
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachNeuronHasItsRay(string name)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(Networks.Of(name).Source);
        Assert.All(model.Neurons.Groups, group =>
        {
            var count = model.Neurons.CountNeurons(group);
            var sums = model.Neurons.SumRays(group);
            Assert.Equal((count, count), (sums.Previous.Length, sums.Next.Length));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EachGroupAloneIsClippedExactly(string name)
    {
        var network = Networks.Of(name);
        var generated = Generated.From(network.Source);
        var chance = new Random(11);
        foreach (var group in network.Groups.Select(static group => group.Name))
        {
            for (var round = 0; round < 3; round++)
            {
                Check(network, generated, chance, [group]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AllGroupsAtOnceAreClippedExactly(string name)
    {
        var network = Networks.Of(name);
        var generated = Generated.From(network.Source);
        var chance = new Random(12);
        for (var round = 0; round < 3; round++)
        {
            Check(network, generated, chance, [.. network.Groups.Select(static group => group.Name)]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ClippedToOneNeuronEachItTrainsAndKeepsItsNames(string name)
    {
        var network = Networks.Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(network.Source);
        var before = model.Module.state_dict().Keys.ToArray();
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, [model.Neurons.CountNeurons(group) - 1]);
            Assert.Equal(1, model.Neurons.CountNeurons(group));
        }

        Assert.Equal(before, model.Module.state_dict().Keys);
        Assert.All(model.Module.named_modules(), module => Assert.True(module.module.training, module.name));

        var inputs = network.MakeInputs(16);
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
            var loss = model.Call(inputs)
                .Select(static output => nn.functional.mse_loss(output, zeros_like(output)))
                .Aggregate(static (a, b) => a + b);
            loss.backward();
            optimizer.step();
            return loss.item<float>();
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ClippedToAllNeuronsItStaysBitByBit(string name)
    {
        using var model = LoadedModel.From(Networks.Of(name).Source);
        var before = LayerWeights.Snapshot(model.Module);
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group)));
        }

        Assert.Equal(before, LayerWeights.Snapshot(model.Module));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AHundredClipsLeakNoTensor(string name)
    {
        var clips = 0;
        while (clips < 100)
        {
            using var model = LoadedModel.From(Networks.Of(name).Source);

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
    public void ItsSizeIsTheClosedForm(string name)
    {
        var network = Networks.Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(network.Source);
        Check();
        ClipToHalf(model);
        Check();

        void Check()
        {
            var expected = network.Size.At([.. model.Neurons.Groups.Select(model.Neurons.CountNeurons)]);
            var statistics = ExportedFile.Export(model, network.MakeInputs(2)).Statistics;
            Assert.Equal((expected.Parameters, expected.MultiplyAdds), (statistics.Parameters, statistics.MultiplyAdds));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ItsFileComputesWhatItDoes(string name)
    {
        var network = Networks.Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(network.Source);
        Warm(network, model);
        Check();
        ClipToHalf(model);
        Check();

        void Check()
        {
            Assert.InRange(ExportedFile.Difference(model, network.MakeInputs(1)), 0, OnnxTolerance);
            Assert.InRange(ExportedFile.Difference(model, network.MakeInputs(37)), 0, OnnxTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void TheShapesInferredFromItsFileAreThoseThatComeOut(string name)
    {
        var network = Networks.Of(name);
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(network.Source);
        var inputs = network.MakeInputs(5);
        ShapeOracle.Check(
            ExportedFile.Export(model, inputs),
            new Dictionary<string, long> { ["batch"] = 5 },
            [.. inputs.Select(OnnxTensors.ToOnnxArray)]);
    }

    private static void Check(Network network, Generated generated, Random chance, string[] groups)
    {
        using var scope = NewDisposeScope();
        using var clipped = LoadedModel.From(generated, chance.Next());
        using var masked = LoadedModel.From(generated, chance.Next());

        Warm(network, clipped);
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
            foreach (var taken in network.Groups.Single(g => g.Name == group).By)
            {
                LayerWeights.ZeroColumns(masked.Module, taken.Layer, taken.Inputs(count, KeepSets.All(count).Except(keep)));
            }
        }

        var inputs = network.MakeInputs(5);
        Assert.All(
            masked.Call(inputs).Zip(clipped.Call(inputs)),
            static pair => Assert.InRange(LayerWeights.Difference(pair.First, pair.Second), 0, Tolerance));
    }

    // Some batches give running statistics that are not the initial ones.
    internal static void Warm(Network network, LoadedModel model)
    {
        model.Module.train();
        for (var i = 0; i < 3; i++)
        {
            model.Call(network.MakeInputs(8));
        }
    }

    private static void ClipOne(LoadedModel model, NeuronGroup group)
        => model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group) - 1));

    // In the words of a network's file, so that they can be copied into it once they have been compared with its source.
    private static void AssertSame(IEnumerable<string> said, IEnumerable<string> found)
        => Assert.True(
            said.SequenceEqual(found), $"The file says\n{string.Join('\n', said)}\nand the model has\n{string.Join('\n', found)}");

    private static void ClipToHalf(LoadedModel model)
    {
        foreach (var group in model.Neurons.Groups)
        {
            model.Neurons.Clip(group, KeepSets.All((model.Neurons.CountNeurons(group) + 1) / 2));
        }
    }

    [GeneratedRegex("^Neuron group '(?<group>.+)' \\(each a (?<unit>[a-z]+)\\): ")]
    private static partial Regex ExplainedGroup();
}
