namespace DtcGen.Onnx;

/// <summary>Operators on quantised integers; scales and zero points come right behind what they belong to.</summary>
internal static class QuantizationRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("QuantizeLinear", new OperatorRule(Quantize)),
        ("DequantizeLinear", new OperatorRule(static node => node.Set(0, node.Type(1), node.Shape(0)))),
        ("DynamicQuantizeLinear", new OperatorRule(DynamicQuantize)),
        ("MatMulInteger", new OperatorRule(
            static node => node.Set(0, OnnxElementType.Int32, MatrixRules.Product(node, 0, 1)),
            static node => MatrixRules.ProductCost(node, 0))),
        ("QLinearMatMul", new OperatorRule(
            static node => node.Set(0, node.Type(7), MatrixRules.Product(node, 0, 3)),
            static node => MatrixRules.ProductCost(node, 0))),
        ("ConvInteger", new OperatorRule(
            static node => node.Set(0, OnnxElementType.Int32, ConvolutionRules.Convolution(node, 1)),
            static node => ConvolutionRules.ConvolutionCost(node, 1))),
        ("QLinearConv", new OperatorRule(
            static node => node.Set(0, node.Type(7), ConvolutionRules.Convolution(node, 3)),
            static node => ConvolutionRules.ConvolutionCost(node, 3))),
    ];

    public static void Quantize(NodeShapes node)
    {
        var type = node.Node.Int("output_dtype", 0);
        node.Set(0, node.Has(2) ? node.Type(2) : type > 0 ? (OnnxElementType)type : OnnxElementType.UInt8, node.Shape(0));
    }

    private static void DynamicQuantize(NodeShapes node)
    {
        node.Set(0, OnnxElementType.UInt8, node.Shape(0));
        node.Set(1, OnnxElementType.Float, []);
        node.Set(2, OnnxElementType.UInt8, []);
    }
}
