namespace DtcGen.Onnx;

/// <summary>Normalisations: the shape of their input, and statistics beside it.</summary>
internal static class NormalizationRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("BatchNormalization", new OperatorRule(BatchNormalization)),
        ("LayerNormalization", new OperatorRule(LayerNormalization)),
        ("InstanceNormalization", new OperatorRule(ElementwiseRules.Like)),
        ("RMSNormalization", new OperatorRule(ElementwiseRules.Like)),
        ("GroupNormalization", new OperatorRule(ElementwiseRules.Like)),
    ];

    private static void BatchNormalization(NodeShapes node)
    {
        ElementwiseRules.Like(node);
        for (var output = 1; output < node.Outputs.Count; output++)
        {
            node.Set(output, node.Type(3), node.Shape(3));
        }
    }

    private static void LayerNormalization(NodeShapes node)
    {
        ElementwiseRules.Like(node);
        IReadOnlyList<OnnxDimension>? statistics = node.Shape(0) is { } x && NodeShapes.Axis(node.Node.Int("axis", -1), x.Count) is int axis
            ? [.. x.Select((d, i) => i < axis ? d : 1)]
            : null;
        node.Set(1, OnnxElementType.Float, statistics);
        node.Set(2, OnnxElementType.Float, statistics);
    }
}
