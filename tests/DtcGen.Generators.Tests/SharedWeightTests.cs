using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Layers that share a weight lose the same neurons at once, or none.</summary>
public sealed class SharedWeightTests
{
    private const double Tolerance = 1e-5;

    // No normalisation between them, so the features of the table are what the head takes.
    private const string Tied = """
        private readonly Embedding words = Embedding(11, 8);
        private readonly Linear head = Linear(8, 11, hasBias: false);

        public override Tensor forward(Tensor x) => head.call(words.call(x).tanh().mean([1]));
        """;

    private const string Chain = """
        private readonly Linear a = Linear(8, 8);
        private readonly Linear b = Linear(8, 8);
        private readonly Linear c = Linear(8, 3);

        public override Tensor forward(Tensor x) => c.call(b.call(a.call(x).tanh()).tanh());
        """;

    private const string Residual = """
        private readonly Linear enter = Linear(6, 8);
        private readonly Linear a = Linear(8, 8, hasBias: false);
        private readonly Linear b = Linear(8, 8, hasBias: false);
        private readonly Linear leave = Linear(8, 3);

        public override Tensor forward(Tensor x)
        {
            var h = enter.call(x).tanh();
            h = h + a.call(h).tanh();
            h = h + b.call(h).tanh();
            return leave.call(h);
        }
        """;

    [Fact]
    public void ATiedEmbeddingAndHeadAreClippedExactlyAndStayTied()
    {
        using var scope = NewDisposeScope();
        var generated = Generated.From(Constructed(Tied, "head.weight = words.weight!;"));
        using var clipped = LoadedModel.From(generated);
        using var masked = LoadedModel.From(generated, seed: 2);
        LayerWeights.Copy(clipped.Module, masked.Module);
        var x = randint(11, [5, 4], ScalarType.Int64);

        clipped.Neurons.Clip(clipped.Group("words"), [0, 3, 6]);
        LayerWeights.MaskColumns(masked.Module, "head", [0, 3, 6]);

        Assert.InRange(LayerWeights.Difference(masked.Network.call(x), clipped.Network.call(x)), 0, Tolerance);
        AssertTied();
        Assert.InRange(ExportedFile.Difference(clipped, x), 0, 1e-4);

        // What one learns, the other has.
        var before = clipped.Module.get_parameter("words.weight")!.detach().clone();
        using var optimizer = optim.SGD([clipped.Module.get_parameter("head.weight")!], 0.1);
        clipped.Network.call(x).square().sum().backward();
        optimizer.step();
        AssertTied();
        Assert.True(LayerWeights.Difference(before, clipped.Module.get_parameter("words.weight")!.detach()) > 0);

        void AssertTied()
        {
            var (table, head) = (clipped.Module.get_parameter("words.weight")!, clipped.Module.get_parameter("head.weight")!);
            Assert.Equal([11, 3], table.shape);
            Assert.Equal([11, 3], head.shape);
            Assert.Equal(table.storage<float>().data_ptr(), head.storage<float>().data_ptr());
        }
    }

    [Theory]
    [InlineData("head.call(words.call(x).tanh().mean([1]))")]
    [InlineData("head.call(words.call(x).tanh())")]
    public void ATiedTableIsStoredOnceInTheFile(string forward)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(Constructed(
            Tied.Replace("head.call(words.call(x).tanh().mean([1]))", forward, StringComparison.Ordinal), "head.weight = words.weight!;"));
        model.Neurons.Clip(model.Group("words"), [0, 3, 6]);
        var x = randint(11, [5, 4], ScalarType.Int64);
        var live = DisposeScopeManager.Statistics.ThreadTotalLiveCount;

        var file = ExportedFile.Export(model, x);

        Assert.Equal(live, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(33, file.Statistics.Parameters);
        Assert.InRange(ExportedFile.Difference(model, x), 0, 1e-4);
    }

    [Fact]
    public void LayersThatTakeTheSamePartInOneGroupAreClippedExactly()
    {
        using var scope = NewDisposeScope();
        var generated = Generated.From(Constructed(Residual, "b.weight = a.weight;"));
        using var clipped = LoadedModel.From(generated);
        using var masked = LoadedModel.From(generated, seed: 2);
        LayerWeights.Copy(clipped.Module, masked.Module);
        long[] keep = [1, 2, 5];
        clipped.Neurons.Clip(clipped.Group("enter"), keep);
        LayerWeights.MaskColumns(masked.Module, "a", keep);
        LayerWeights.MaskColumns(masked.Module, "leave", keep);

        var x = randn(5, 6);
        Assert.InRange(LayerWeights.Difference(masked.Network.call(x), clipped.Network.call(x)), 0, Tolerance);
        var (a, b) = (LayerWeights.Linear(clipped.Module, "a"), LayerWeights.Linear(clipped.Module, "b"));
        Assert.Equal([3, 3], b.weight.shape);
        Assert.Equal(a.weight.storage<float>().data_ptr(), b.weight.storage<float>().data_ptr());
    }

    /// <summary>How two layers can come to share: their source, how, the groups that no clip can change, and what they share.</summary>
    public static TheoryData<string, string, string[], string[]> Refused => new()
    {
        { Chain, "b.weight = a.weight;", ["a", "b"], ["a.weight", "b.weight"] },
        { Chain, "b.bias = a.bias;", ["a", "b"], ["a.bias", "b.bias"] },
        {
            Chain.Replace("Linear(8, 8)", "Linear(8, 8, dtype: ScalarType.BFloat16)", StringComparison.Ordinal),
            "b.weight = a.weight;", ["a", "b"], ["a.weight", "b.weight"]
        },
        {
            Tied.Replace("words.call(x)", "middle.call(words.call(x))", StringComparison.Ordinal)
                + "\nprivate readonly Linear middle = Linear(8, 8);",
            "head.weight = words.weight!;", ["words", "middle"], ["words.weight", "head.weight"]
        },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void LayersThatDoNotAreRefusedBeforeAnythingChanges(string members, string sharing, string[] groups, string[] shared)
    {
        using var model = LoadedModel.From(Constructed(members, sharing));
        AssertRefused(model, groups, shared);
    }

    /// <summary>
    /// What is done to a model once it is made, which no source of its class shows; what it shares then, and the group
    /// that no clip can change.
    /// </summary>
    public static TheoryData<string, string, string> SharedLater => new()
    {
        { "a.weight", "b.weight", "a" },
        { "a.bias", "c.bias", "a" },
        { "c.weight", "mine", "b" },
    };

    [Theory]
    [MemberData(nameof(SharedLater))]
    public void WhatIsSharedOnceTheModelIsMadeIsSeenToo(string from, string to, string group)
    {
        using var model = LoadedModel.From(Constructed(Chain + "\nprivate readonly Parameter mine = Parameter(zeros(3));", string.Empty));
        using (no_grad())
        {
            // The same memory through another tensor, and, for c.bias, a part of it.
            var target = model.Module.get_parameter(to)!;
            var source = model.Module.get_parameter(from)!.detach();
            target.set_(to == "c.bias" ? source.narrow(0, 0, 3) : source);
        }

        AssertRefused(model, [group], [from, to]);
    }

    private static void AssertRefused(LoadedModel model, string[] groups, string[] shared)
    {
        var before = State(model.Module);
        foreach (var name in groups)
        {
            var group = model.Group(name);
            var refusal = Assert.Throws<InvalidOperationException>(() => model.Neurons.Clip(group, [0, 1]));
            Assert.Throws<InvalidOperationException>(() => model.Neurons.Clip(group, KeepSets.All(model.Neurons.CountNeurons(group))));

            Assert.Contains($"neuron group '{name}'", refusal.Message, StringComparison.Ordinal);
            Assert.All(shared, name => Assert.Contains($"'{name}'", refusal.Message, StringComparison.Ordinal));
            Assert.Contains("Nothing was changed", refusal.Message, StringComparison.Ordinal);
            Assert.Contains($"Keep = [\"{name}\"]", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, State(model.Module));
    }

    [Fact]
    public void AGroupBesideSharedLayersIsClipped()
    {
        using var model = LoadedModel.From(Constructed(Residual.Replace(
            "leave.call(h)", "leave.call(wide.call(h).tanh())", StringComparison.Ordinal)
            .Replace("Linear(8, 3)", "Linear(7, 3)", StringComparison.Ordinal)
                + "\nprivate readonly Linear wide = Linear(8, 7);", "b.weight = a.weight;"));
        model.Neurons.Clip(model.Group("wide"), [0, 1]);
        Assert.Equal(2, model.Neurons.CountNeurons(model.Group("wide")));
    }

    private static string Constructed(string members, string statement)
        => ModelSource.Class(members, $$"""public Net() : base(nameof(Net)) { {{statement}} RegisterComponents(); }""");

    private static string[] State(nn.Module model) =>
        [
            .. model.state_dict()
                .Select(static item
                    => $"{item.Key} {string.Join(',', item.Value.shape)} {item.Value.detach().to(ScalarType.Float64).sum().item<double>():R}")
        ];
}
