namespace DtcGen.Onnx;

/// <summary>Convolutions and poolings: [batch, channels, spatial…].</summary>
internal static class ConvolutionRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Conv", new OperatorRule(
            static node => node.Set(0, node.Type(0), Convolution(node, 1)), static node => ConvolutionCost(node, 1))),
        ("ConvTranspose", new OperatorRule(Transposed, TransposedCost)),
        ("MaxPool", new OperatorRule(Pool)),
        ("AveragePool", new OperatorRule(Pool)),
        ("LpPool", new OperatorRule(Pool)),
        ("GlobalAveragePool", new OperatorRule(GlobalPool)),
        ("GlobalMaxPool", new OperatorRule(GlobalPool)),
        ("GlobalLpPool", new OperatorRule(GlobalPool)),
    ];

    /// <summary>A convolution's output; its weights are [outputs, inputs of a group, kernel…].</summary>
    public static IReadOnlyList<OnnxDimension>? Convolution(NodeShapes node, int weight)
    {
        if (node.Shape(0) is not { Count: > 2 } x || node.Shape(weight) is not { } w || w.Count != x.Count)
        {
            return null;
        }

        return WindowRule.Slide(node, [.. x.Skip(2)], [.. w.Skip(2)]) is { } spatial ? [x[0], w[0], .. spatial] : null;
    }

    /// <summary>Each entry of the output takes one multiplication for each weight of its filter.</summary>
    public static OnnxDimension? ConvolutionCost(NodeShapes node, int weight)
        => node.Outputs[0].Shape is { } output && node.Shape(weight) is { } w
            ? Shapes.Product(output) * Shapes.Product(w.Skip(1))
            : (OnnxDimension?)null;

    private static void Transposed(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { Count: > 2 } x && node.Shape(1) is { } w && w.Count == x.Count
            && WindowRule.Spread(node, [.. x.Skip(2)], [.. w.Skip(2)]) is { } spatial)
        {
            shape = [x[0], w[1] * node.Node.Int("group", 1), .. spatial];
        }

        node.Set(0, node.Type(0), shape);
    }

    // Each entry of the input is multiplied with the weights that lead from its channel: [inputs, outputs of a group, kernel…].
    private static OnnxDimension? TransposedCost(NodeShapes node)
        => node.Shape(0) is { } input && node.Shape(1) is { } w ? Shapes.Product(input) * Shapes.Product(w.Skip(1)) : (OnnxDimension?)null;

    public static void Pool(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { Count: > 2 } x && node.Node.Ints("kernel_shape") is { } kernel
            && WindowRule.Slide(node, [.. x.Skip(2)], [.. kernel.Select(static k => (OnnxDimension)k)]) is { } spatial)
        {
            shape = [x[0], x[1], .. spatial];
        }

        node.Set(0, node.Type(0), shape);
        node.Set(1, OnnxElementType.Int64, shape);
    }

    public static void GlobalPool(NodeShapes node)
        => node.Set(
            0, node.Type(0), node.Shape(0) is { Count: > 2 } x ? [x[0], x[1], .. x.Skip(2).Select(static _ => (OnnxDimension)1)] : null);
}
