using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Parts of a dimension, and heads: which neurons leave together, and which stay because a number counts them.</summary>
public sealed class PartTests
{
    private const double Tolerance = 1e-5;

    [Theory]
    [InlineData("h.narrow(-1, 0, 4) * h.narrow(-1, 4, 4)", "fc1", "'narrow' takes some of them by number")]
    [InlineData("h.slice(1, 0, 4, 1) * h.slice(-1, 4, 8, 1)", "fc1", "'slice' takes a part along a dimension that cannot be told")]
    [InlineData("h.split(4, -1)[0] * h.split(4, -1)[1]", "fc1", "'slice' takes some of them by number")]
    [InlineData("h.split([4, 4], -1)[0]", "fc1", "'split' takes some of them by number")]
    [InlineData("h[TensorIndex.Ellipsis, ..4]", "fc1", "'slice' takes some of them by number")]
    [InlineData("h.chunk(3, -1)[0]", "fc1", "'chunk' takes them apart unevenly")]
    public void ANumberThatCountsNeuronsKeepsThem(string expression, string layer, string reason)
    {
        using var model = LoadedModel.From(ModelSource.Of($$"""
            private readonly Linear fc0 = Linear(6, 5);
            private readonly Linear fc1 = Linear(5, 8);
            private readonly Linear fc2 = Linear(4, 3);

            public override Tensor forward(Tensor x)
            {
                var h = fc1.call(fc0.call(x));
                return fc2.call({{expression}});
            }
            """));
        Assert.Equal(["fc0"], model.Neurons.Groups.Select(static group => group.Name));
        Assert.Contains(
            model.Neurons.Pinned, pinned => pinned.Layer == layer && pinned.Reason.StartsWith(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("var parts = h.chunk(2, -1); h = parts[0] * parts[1].sigmoid();", 2)]
    [InlineData("var parts = torch.chunk(h, 4, -1); h = parts[0] * parts[1].sigmoid() + parts[2].tanh() * parts[^1];", 4)]
    public void EqualPartsLoseTheSameNeurons(string parts, int count)
    {
        using var scope = NewDisposeScope();
        var generated = Generated.From(ModelSource.Of($$"""
            private readonly Linear fc1 = Linear(6, {{6 * count}});
            private readonly Linear fc2 = Linear(6, 3);

            public override Tensor forward(Tensor x)
            {
                var h = fc1.call(x);
                {{parts}}
                return fc2.call(h);
            }
            """));
        using var clipped = LoadedModel.From(generated);
        using var masked = LoadedModel.From(generated, seed: 2);
        LayerWeights.Copy(clipped.Module, masked.Module);
        long[] keep = [0, 3, 5];
        clipped.Neurons.Clip(clipped.Group("fc1"), keep);
        LayerWeights.MaskColumns(masked.Module, "fc2", keep);

        Assert.Equal([3 * count, 6], LayerWeights.Linear(clipped.Module, "fc1").weight.shape);
        var x = randn(5, 6);
        Assert.InRange(LayerWeights.Difference(masked.Network.call(x), clipped.Network.call(x)), 0, Tolerance);
    }

    [Fact]
    public void OneSlopeForAllNeuronsStays()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(ModelSource.Of("""
            private readonly Linear fc1 = Linear(6, 8);
            private readonly PReLU act = PReLU(1);
            private readonly Linear fc2 = Linear(8, 3);

            public override Tensor forward(Tensor x) => fc2.call(act.call(fc1.call(x)));
            """));
        model.Neurons.Clip(model.Group("fc1"), [1, 2]);
        Assert.Equal([1], model.Module.named_parameters().Single(static p => p.name == "act.weight").parameter.shape);
        Assert.Equal([4, 3], model.Network.call(randn(4, 6)).shape);
    }

    [Fact]
    public void WithTheNumberOfHeadsGivenTheSameDimensionLeavesEveryHead()
    {
        using var scope = NewDisposeScope();
        var generated = Generated.From(ModelSource.Of("""
            private readonly Linear q = Linear(5, 12);
            private readonly Linear k = Linear(5, 12);
            private readonly Linear v = Linear(5, 12);
            private readonly Linear o = Linear(12, 4);

            public override Tensor forward(Tensor x)
            {
                var scores = Split(q.call(x)).matmul(Split(k.call(x)).transpose(-2, -1)) / 2;
                var mixed = functional.softmax(scores, dim: -1).matmul(Split(v.call(x)));
                return o.call(mixed.transpose(1, 2).contiguous().view(x.shape[0], x.shape[1], -1));
            }

            private static Tensor Split(Tensor x) => x.view(x.shape[0], x.shape[1], 3, -1).transpose(1, 2);
            """));
        using var clipped = LoadedModel.From(generated);
        using var masked = LoadedModel.From(generated, seed: 2);
        LayerWeights.Copy(clipped.Module, masked.Module);
        Assert.Equal(["q> k>", "v> o<"], clipped.Neurons.Groups.Select(NetworkGroup.MembersOf));

        // Of each head's 4 dimensions, 1 and 2 leave the queries and keys, 0 leaves the values.
        clipped.Neurons.Clip(clipped.Group("q"), [0, 3]);
        clipped.Neurons.Clip(clipped.Group("v"), [1, 2, 3]);
        using (no_grad())
        {
            var queries = LayerWeights.Linear(masked.Module, "q");
            foreach (var row in new long[] { 1, 2, 5, 6, 9, 10 })
            {
                queries.weight.narrow(0, row, 1).zero_();
                queries.bias!.narrow(0, row, 1).zero_();
            }
        }

        LayerWeights.ZeroColumns(masked.Module, "o", [0, 4, 8]);
        var x = randn(2, 6, 5);
        Assert.InRange(LayerWeights.Difference(masked.Network.call(x), clipped.Network.call(x)), 0, Tolerance);
    }

    [Theory]
    [InlineData("Conv2d(6, 12, 3, groups: 0)")]
    [InlineData("Conv2d(0, 12, 3, groups: 0)")]
    [InlineData("Conv2d(6, 12, 3, groups: -2)")]
    public void ChannelsOfAConvolutionThatCannotBeStay(string convolution)
    {
        var generated = Generated.Run(ModelSource.Of($$"""
            private readonly Conv2d before = Conv2d(3, 6, 3);
            private readonly Conv2d conv = {{convolution}};
            private readonly Conv2d after = Conv2d(12, 5, 1);
            private readonly Conv2d last = Conv2d(5, 3, 1);

            public override Tensor forward(Tensor x) => last.call(after.call(conv.call(before.call(x))));
            """, "[DualTomographic(Explain = true)]"));
        generated.AssertCompiles();
        Assert.Contains(
            "The neurons of 'before' stay: how the channels are grouped cannot be told",
            generated.Diagnostics.Select(static diagnostic => diagnostic.GetMessage()));
    }

    [Fact]
    public void ANumberForEachSideOfAHeadKeepsThem()
    {
        using var model = LoadedModel.From(ModelSource.Of("""
            private readonly Linear q = Linear(5, 12);
            private readonly Linear o = Linear(12, 4);
            private readonly Linear last = Linear(4, 2);

            public override Tensor forward(Tensor x)
                => last.call(o.call(q.call(x).view(x.shape[0], x.shape[1], 3, 4).transpose(1, 2).relu().transpose(1, 2).flatten(2)));
            """));
        Assert.Equal(["o"], model.Neurons.Groups.Select(static group => group.Name));
        Assert.Contains("-1 in its place", model.Neurons.Pinned[0].Reason, StringComparison.Ordinal);
    }
}
