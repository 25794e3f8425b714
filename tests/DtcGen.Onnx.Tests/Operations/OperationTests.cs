using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

public sealed class OperationTests
{
    private static readonly Dictionary<string, OperationCase> CaseByName =
        new[] { FullyConnectedCases.All(), ActivationCases.All(), ConvolutionCases.All(), NormalizationCases.All(), ShapeCases.All() }
            .SelectMany(static c => c).ToDictionary(static c => c.Name);

    public static TheoryData<string> Names => [.. CaseByName.Keys];

    internal static IEnumerable<OperationCase> Cases => CaseByName.Values;

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryOpsetComputesWhatTorchSharpComputes(string name) => OperationChecks.Check(CaseByName[name]);

    [Fact]
    public void FoldingBatchNormalisationChangesTheNodesAndNotTheNumbers()
    {
        var weight = FullyConnectedCases.Numbers(4, 2, 3, 3);
        var bias = FullyConnectedCases.Numbers(4);
        var gamma = FullyConnectedCases.Numbers(4) + 1.5;
        var beta = FullyConnectedCases.Numbers(4) * 0.3;
        var mean = FullyConnectedCases.Numbers(4) * 0.7;
        var variance = FullyConnectedCases.Numbers(4).abs() + 0.2;
        foreach (var convBias in new[] { null, bias })
        {
            var operation = new OperationCase(
                "folded",
                [2, 6, 6],
                (g, x) => g.Relu("relu", g.BatchNorm("bn", g.Conv2d("conv", x, weight, convBias), mean, variance, gamma, beta)),
                x => Reference.batch_norm(Reference.conv2d(x, weight, convBias), mean, variance, gamma, beta).relu())
            {
                Tolerance = 1e-4, // Outputs are about 30, and the folded weights are rounded once more.
            };
            OperationChecks.Check(operation, foldBatchNorm: true);
            Assert.Equal(["Conv", "Relu"], operation.Export(17, foldBatchNorm: true).Proto.Graph.Node.Select(static n => n.OpType));
            Assert.Equal(
                ["conv.weight", "conv.bias"], operation.Export(17, foldBatchNorm: true).Proto.Graph.Initializer.Select(static t => t.Name));
        }
    }

    [Fact]
    public void AConvolutionWhoseOutputIsUsedTwiceIsNotFolded()
    {
        var weight = FullyConnectedCases.Numbers(2, 2, 1, 1);
        var one = ones(2);
        var operation = new OperationCase(
            "not folded",
            [2, 3, 3],
            (g, x) =>
            {
                var conv = g.Conv2d("conv", x, weight);
                return g.Add("sum", conv, g.BatchNorm("bn", conv, one, one, one, one));
            },
            x => Reference.conv2d(x, weight) + Reference.batch_norm(Reference.conv2d(x, weight), one, one, one, one));
        OperationChecks.Check(operation, foldBatchNorm: true);
        Assert.Contains(operation.Export(17, foldBatchNorm: true).Proto.Graph.Node, static n => n.OpType == "BatchNormalization");
    }

    [Fact]
    public void NormalisationsInAChainFoldEvenWhenTheyShareTheirParameters()
    {
        var weight = FullyConnectedCases.Numbers(4, 2, 3, 3) * 0.3;
        var gamma = FullyConnectedCases.Numbers(4) + 1.5;
        var beta = FullyConnectedCases.Numbers(4) * 0.3;
        var mean = FullyConnectedCases.Numbers(4) * 0.7;
        var variance = FullyConnectedCases.Numbers(4).abs() + 0.2;
        var operation = new OperationCase(
            "chain",
            [2, 6, 6],
            (g, x) => Norm(g, "bn2", Norm(g, "bn1", g.Conv2d("conv", x, weight))),
            x => Computed(Computed(Reference.conv2d(x, weight))))
        {
            Tolerance = 1e-4,
        };
        OperationChecks.Check(operation, foldBatchNorm: true);
        var graph = operation.Export(17, foldBatchNorm: true).Proto.Graph;
        Assert.Equal("Conv", Assert.Single(graph.Node).OpType);
        Assert.Equal(["conv.weight", "conv.bias"], graph.Initializer.Select(static t => t.Name));

        OnnxValue Norm(OnnxGraph graph, string name, OnnxValue x) => graph.BatchNorm(name, x, mean, variance, gamma, beta);
        Tensor Computed(Tensor x) => Reference.batch_norm(x, mean, variance, gamma, beta);
    }

    [Fact]
    public void ConvolutionsThatShareAWeightAreNotFolded()
    {
        var weight = FullyConnectedCases.Numbers(2, 2, 1, 1);
        var two = ones(2) * 2;
        var operation = new OperationCase(
            "shared weight",
            [2, 3, 3],
            (g, x) => g.BatchNorm("bn", g.Conv2d("conv2", g.Conv2d("conv1", x, weight), weight), two, two, two, two),
            x => Reference.batch_norm(Reference.conv2d(Reference.conv2d(x, weight), weight), two, two, two, two));
        OperationChecks.Check(operation, foldBatchNorm: true);
        Assert.Contains(operation.Export(17, foldBatchNorm: true).Proto.Graph.Node, static n => n.OpType == "BatchNormalization");
    }

    [Fact]
    public void ATensorThatIsNotContiguousIsStoredInItsOwnOrder()
    {
        var wide = FullyConnectedCases.Numbers(3, 8);
        var narrow = wide.narrow(1, 2, 4);
        OperationChecks.Check(new OperationCase("narrowed", [4], (g, x) => g.Linear("fc", x, narrow), x => x.matmul(wide[.., 2..6].t())));
        OperationChecks.Check(new OperationCase("transposed", [3], (g, x) => g.Linear("fc", x, wide.t()), x => x.matmul(wide)));
    }

    [Fact]
    public void SpatialDimensionsMayBeLeftOpen()
    {
        var weight = FullyConnectedCases.Numbers(3, 2, 3, 3);
        var graph = new OnnxGraph();
        var x = graph.Input("x", OnnxElementType.Float, "batch", 2, "height", "width");
        var conv = graph.Conv2d("conv", x, weight, null, [2, 2], [1, 1]);
        var model = graph.ToModel(graph.Flatten("flatten", graph.AdaptiveAvgPool2d("pool", conv, 1), 1));
        Assert.Equal("output: Float[batch, 3]", model.Outputs[0].ToString());
        foreach (var (height, width) in new[] { (6L, 9L), (13L, 5L) })
        {
            var result = OnnxParity.Compare(
                i => Reference.conv2d(i, weight, null, [2, 2], [1, 1]).mean([2, 3]), model, randn(4, 2, height, width));
            Assert.True(result.Passed, result.ToString());
        }
    }
}
