using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Onnx.Tests;

/// <summary>Layers that TorchSharp computes otherwise than their names say: the file follows the layer, or there is none.</summary>
public sealed class HazardTests
{
    private readonly OnnxGraph _graph = new();

    public static TheoryData<PaddingModes> Modes
        => [PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular, PaddingModes.Constant];

    [Theory]
    [MemberData(nameof(Modes))]
    public void PaddingSameIsThatOfTheLayer(PaddingModes mode)
    {
        using var square = Conv2d(2, 3, 4, padding: Padding.Same, padding_mode: mode);
        using var spread = Conv2d(2, 3, (3, 5), padding: Padding.Same, dilation: (2, 1), padding_mode: mode);
        using var line = Conv1d(2, 3, 4, padding: Padding.Same, padding_mode: mode);
        OperationChecks.Check(new("square", [2, 8, 9], (g, x) => g.Conv2d("c", x, square), x => square.call(x)));
        OperationChecks.Check(new("spread", [2, 8, 9], (g, x) => g.Conv2d("c", x, spread), x => spread.call(x)));
        OperationChecks.Check(new("line", [2, 9], (g, x) => g.Conv1d("c", x, line), x => line.call(x)));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void PaddingSameThatGoesToTheWrongSidesIsRefused(PaddingModes mode)
    {
        var x = _graph.Input("x", OnnxElementType.Float, "batch", 2, 8, 8);
        using var layer = Conv2d(2, 3, (3, 5), padding: Padding.Same, padding_mode: mode);
        var refusal = Assert.Throws<OnnxExportException>(() => _graph.Conv2d("conv", x, layer));
        Assert.Contains($"conv: with Padding.Same and PaddingModes.{mode}", refusal.Message, StringComparison.Ordinal);

        using var spread = Conv2d(2, 3, 3, padding: Padding.Same, dilation: 1, padding_mode: mode);
        Assert.Throws<OnnxExportException>(
            () => _graph.Conv2d("conv", x, spread.weight!, null, Padding.Same, dilation: [1, 2], padding_mode: mode));

        // As numbers the same padding goes where it belongs.
        using var numbers = Conv2d(2, 3, (3, 5), padding: (1, 2), padding_mode: mode);
        OperationChecks.Check(new("numbers", [2, 8, 8], (g, v) => g.Conv2d("c", v, numbers), v => numbers.call(v)));
    }

    [Fact]
    public void AHardtanhFollowsTheTorchSharpAtHand()
    {
        var x = _graph.Input("x", OnnxElementType.Float, "batch", 6);
        Assert.NotNull(_graph.Hardtanh("act", x, inplace: true));
        using var two = tensor(2f);
        if (functional.hardtanh(two).item<float>() == 2)
        {
            var refusal = Assert.Throws<OnnxExportException>(() => _graph.Hardtanh("act", x, inplace: false));
            Assert.Contains("act: Hardtanh that does not work in place", refusal.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.NotNull(_graph.Hardtanh("act", x, inplace: false));
        }
    }

    [Fact]
    public void AGroupNormComputesWithTheWeightsThatItHasAndNeedsPlaces()
    {
        using var norm = GroupNorm(2, 4);
        init.uniform_(norm.weight!, 0.5, 1.5);
        init.normal_(norm.bias!);
        OperationChecks.Check(new("norm", [4, 3, 5], (g, x) => g.GroupNorm("n", x, norm), x => norm.call(x)));

        using var features = ones(3, 4);
        Assert.Throws<ArgumentException>(() => norm.call(features));
        var flat = _graph.Input("x", OnnxElementType.Float, "batch", 4);
        var refusal = Assert.Throws<OnnxExportException>(() => _graph.GroupNorm("n", flat, norm));
        Assert.Contains("needs a dimension behind batch and channels", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmbeddingComputesWithTheTableThatItUses()
    {
        using var table = FullyConnectedCases.Numbers(10, 4);
        using var words = Embedding_from_pretrained(table);
        OperationChecks.Check(new("words", [5], (g, x) => g.Embedding("e", x, words), x => words.call(x))
        {
            ElementType = OnnxElementType.Int64,
            Input = static shape => randint(0, 10, shape, ScalarType.Int64),
        });
    }
}
