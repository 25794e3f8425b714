using DtcGen.Onnx;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen.Generators.Tests;

/// <summary>Where TorchSharp differs from what its names say, the file computes what the model does, or there is none.</summary>
public sealed class HazardExportTests
{
    private const double Tolerance = 1e-4;

    /// <summary>A layer or expression between two layers, and whether it changes what these numbers become.</summary>
    public static TheoryData<string, string> Computed => new()
    {
        { "readonly Hardtanh act = Hardtanh(inplace: true);", "act.call(h)" },
        { "", "functional.hardtanh(h, -2, 1, inplace: true)" },
        { "", "h.clamp(-1, 1)" },
        { "", "functional.relu6(h)" },
        { "readonly ELU act = ELU(0.7, inplace: true);", "act.call(h)" },
        { "", "functional.elu(h, 0.7, inplace: true)" },
        { "", "h.elu_()" },
    };

    /// <summary>What is refused before there is anything to export: by which diagnostic, where, and a part of the reason.</summary>
    public static TheoryData<string, string, string, string> Unreadable => new()
    {
        { "DTC008", "readonly RReLU act = RReLU();", "act.call(h)", "does not read RReLU yet" },
        {
            "DTC008",
            "readonly AdaptiveMaxPool3d pool = AdaptiveMaxPool3d([2, 2, 2]);",
            "pool.call(h)",
            "does not read AdaptiveMaxPool3d yet"
        },
        {
            "DTC008",
            "readonly ConvTranspose2d up = ConvTranspose2d(8, 8, (3, 3), output_padding: (0, 1));",
            "up.call(h)",
            "does not read ConvTranspose2d yet"
        },
        {
            "DTC004",
            "readonly Conv2d conv = Conv2d(8, 8, (3, 5), padding: Padding.Same, padding_mode: PaddingModes.Reflect);",
            "conv.call(h)",
            "padded with zeros"
        },
        { "DTC004", "readonly Embedding words = Embedding(8, 8, max_norm: 1);", "words.call(h)", "an embedding without max_norm" },
        { "DTC004", "", "functional.pad(h, 1)", "expected a call of a layer" },
        { "DTC004", "", "functional.rrelu(h)", "expected a call of a layer" },
        { "DTC004", "", "h.hardtanh(-1, 1)", "'hardtanh' with its setting 'min_val'" },
    };

    [Theory]
    [MemberData(nameof(Computed))]
    public void TheFileComputesWhatTheModelDoes(string member, string expression)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(Between(member, expression));
        var x = randn(37, 6) * 10;
        Assert.InRange(ExportedFile.Difference(model, x), 0, Tolerance);

        // The inputs reach what the layer does: without it the model computes something else.
        using var without = LoadedModel.From(Between("", "h"));
        LayerWeights.Copy(model.Module, without.Module);
        Assert.True(LayerWeights.Difference(model.Network.call(x), without.Network.call(x)) > 100 * Tolerance);
    }

    [Theory]
    [InlineData(
        "readonly Hardtanh act = Hardtanh();",
        "act.call(h)",
        "act: Hardtanh that does not work in place returns its input unclamped")]
    [InlineData("readonly Sequential act = Sequential(Hardtanh(-2, 2));", "act.call(h)", "act.0: Hardtanh that does not work in place")]
    [InlineData("", "functional.hardtanh(h)", "hardtanh: Hardtanh that does not work in place")]
    public void AHardtanhThatDoesNotClampIsNotExported(string member, string expression, string says)
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(Between(member, expression));
        var refusal = Assert.Throws<OnnxExportException>(() => ExportedFile.Export(model, randn(2, 6)));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("x.clamp(min, max)", refusal.Message, StringComparison.Ordinal);

        // It is what the model does: without the layer it computes the same.
        using var without = LoadedModel.From(Between("", "h"));
        LayerWeights.Copy(model.Module, without.Module);
        var x = randn(37, 6) * 10;
        Assert.Equal(0, LayerWeights.Difference(model.Network.call(x), without.Network.call(x)));
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void WhatIsNotReadIsSaid(string id, string member, string expression, string says)
        => Generated.Run(ModelSource.Insisting(Between(member, expression))).AssertReports((id, expression, says));

    [Fact]
    public void AnInputOfAnEluInPlaceIsNotReadAgain()
    {
        // TorchSharp leaves it as it was, contrary to the name.
        Generated.Run(ModelSource.Insisting(Between("", "h.elu_() + h")))
            .AssertReports(("DTC004", "h", "or by an ELU, which leaves its input as it was"));
        Generated.Run(ModelSource.Insisting(Between("readonly ELU act = ELU(inplace: true);", "act.call(h) + h")))
            .AssertReports(("DTC004", "h", "or by an ELU"));
    }

    [Fact]
    public void AnInputOfAHardtanhThatReturnsItIsNotReadOnceItsResultHasChanged()
        => Generated.Run(ModelSource.Insisting(ModelSource.Of("""
            private readonly Linear fc1 = Linear(6, 8);
            private readonly Linear fc2 = Linear(8, 3);

            public override Tensor forward(Tensor x)
            {
                var h = fc1.call(x);
                var limited = functional.hardtanh(h);
                limited.relu_();
                return fc2.call(h);
            }
            """))).AssertReports(("DTC004", "h", "changed in place through a view of it"));

    [Fact]
    public void AnEmbeddingThatComputesWithAnotherTableThanItListsIsExportedWithTheFormer()
    {
        using var scope = NewDisposeScope();
        using var model = LoadedModel.From(ModelSource.Of("""
            private readonly Embedding words = Embedding_from_pretrained(torch.arange(0, 44).reshape(11, 4).to(torch.float32));
            private readonly Linear fc = Linear(4, 3);

            public override Tensor forward(Tensor x) => fc.call(words.call(x).mean([1]));
            """));
        Assert.InRange(ExportedFile.Difference(model, randint(11, [5, 7], ScalarType.Int64)), 0, Tolerance);
    }

    private static string Between(string member, string expression) => ModelSource.Of($$"""
        private readonly Linear fc1 = Linear(6, 8);
        private readonly Linear fc2 = Linear(8, 3);
        {{(member.Length > 0 ? "private " + member : "")}}

        public override Tensor forward(Tensor x)
        {
            var h = fc1.call(x);
            return fc2.call({{expression}});
        }
        """);
}
