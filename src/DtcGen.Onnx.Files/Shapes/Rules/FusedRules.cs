namespace DtcGen.Onnx;

/// <summary>Operators that ONNX Runtime puts in the place of several when it has optimised a file.</summary>
internal static class FusedRules
{
    public const string Domain = "com.microsoft";

    private static readonly string[] LikeOperators =
    [
        "BiasDropout", "BiasGelu", "BiasSoftmax", "FastGelu", "Gelu", "QLinearLeakyRelu", "QLinearSigmoid", "QLinearSoftmax", "QuickGelu",
    ];

    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        .. LikeOperators.Select(static name => (name, new OperatorRule(ElementwiseRules.Like))),
        ("FusedConv", new OperatorRule(
            static node => node.Set(0, node.Type(0), ConvolutionRules.Convolution(node, 1)),
            static node => ConvolutionRules.ConvolutionCost(node, 1))),
        ("FusedGemm", new OperatorRule(MatrixRules.Gemm, MatrixRules.GemmCost)),
        ("FusedMatMul", new OperatorRule(MatMul, MatMulCost)),
        ("TransposeMatMul", new OperatorRule(MatMul, MatMulCost)),
        ("SkipLayerNormalization", new OperatorRule(SkipNormalization)),
        ("SkipSimplifiedLayerNormalization", new OperatorRule(SkipNormalization)),
        ("QLinearAdd", new OperatorRule(QuantizedPair)),
        ("QLinearMul", new OperatorRule(QuantizedPair)),
        ("QLinearConcat", new OperatorRule(QuantizedConcat)),
        ("QLinearAveragePool", new OperatorRule(static node => Unless(node, "channels_last", ConvolutionRules.Pool))),
        ("QLinearGlobalAveragePool", new OperatorRule(static node => Unless(node, "channels_last", ConvolutionRules.GlobalPool))),
        ("DynamicQuantizeMatMul", new OperatorRule(
            static node => node.Set(0, node.Type(0), MatrixRules.Product(node, 0, 1)), static node => MatrixRules.ProductCost(node, 0))),
        ("MatMulIntegerToFloat", new OperatorRule(
            static node => node.Set(0, node.Type(2), MatrixRules.Product(node, 0, 1)), static node => MatrixRules.ProductCost(node, 0))),
        ("QuantizeLinear", new OperatorRule(QuantizationRules.Quantize)),
        ("DequantizeLinear", new OperatorRule(static node => node.Set(0, node.Type(1), node.Shape(0)))),
    ];

    private static void MatMul(NodeShapes node)
    {
        if (node.Node.Int("transBatchA", 0) != 0 || node.Node.Int("transBatchB", 0) != 0)
        {
            node.Set(0, node.Type(0), null);
            return;
        }

        node.Set(
            0,
            node.Type(0),
            Turned(node, 0, "transA") is { } a && Turned(node, 1, "transB") is { } b ? MatrixRules.Product(node, a, b) : null);
    }

    private static OnnxDimension? MatMulCost(NodeShapes node)
        => node.Outputs[0].Shape is { } output && Turned(node, 0, "transA") is { Count: > 0 } a
            ? Shapes.Product(output) * a[^1]
            : (OnnxDimension?)null;

    private static IReadOnlyList<OnnxDimension>? Turned(NodeShapes node, int input, string attribute)
        => node.Shape(input) is { Count: > 1 } x && node.Node.Int(attribute, 0) != 0 ? [.. x.SkipLast(2), x[^1], x[^2]] : node.Shape(input);

    private static void SkipNormalization(NodeShapes node)
    {
        ElementwiseRules.Like(node);
        IReadOnlyList<OnnxDimension>? statistics = node.Shape(0) is { Count: > 0 } x ? [.. x.SkipLast(1), 1] : null;
        node.Set(1, OnnxElementType.Float, statistics);
        node.Set(2, OnnxElementType.Float, statistics);
        node.Set(3, node.Type(0), node.Shape(0));
    }

    private static void QuantizedPair(NodeShapes node)
        => node.Set(
            0,
            node.Type(0),
            node.Shape(0) is { } a && node.Shape(3) is { } b ? Shapes.Broadcast(a, b, node.UnknownDimension) : null);

    // Behind the scale and zero point of the output come value, scale and zero point of each input.
    private static void QuantizedConcat(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>?[] parts =
        [
            .. Enumerable.Range(0, Math.Max(0, (node.Inputs - 2) / 3)).Select(i => node.Shape(2 + (3 * i))),
        ];
        node.Set(0, node.Type(2), JoiningRules.Joined(node, parts));
    }

    private static void Unless(NodeShapes node, string attribute, ShapeRule rule)
    {
        if (node.Node.Int(attribute, 0) == 0)
        {
            rule(node);
        }
    }
}
