namespace DtcGen.Onnx;

/// <summary>Reductions along axes.</summary>
internal static class ReductionRules
{
    private static readonly string[] Reductions =
        [
            "ReduceL1", "ReduceL2", "ReduceLogSum", "ReduceLogSumExp", "ReduceMax", "ReduceMean", "ReduceMin", "ReduceProd", "ReduceSum",
            "ReduceSumSquare"
        ];

    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        .. Reductions.Select(static name => (name, new OperatorRule(Reduce))),
        ("ArgMax", new OperatorRule(Largest)),
        ("ArgMin", new OperatorRule(Largest)),
        ("TopK", new OperatorRule(TopK)),
    ];

    private static void Reduce(NodeShapes node)
    {
        var (given, axes) = node.IntsOrInput("axes", 1);
        var none = !given || axes is { Length: 0 };
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x && (none || axes is not null))
        {
            int?[] reduced = none
                ? node.Node.Int("noop_with_empty_axes", 0) != 0 ? [] : [.. Enumerable.Range(0, x.Count).Select(static i => (int?)i)]
                : [.. axes!.Select(a => NodeShapes.Axis(a, x.Count))];
            shape = reduced.Contains(null) ? null : Without(x, reduced, node.Node.Int("keepdims", 1) != 0);
        }

        // The number of entries, from a shape.
        node.Set(
            0,
            node.Type(0),
            shape,
            node.Contents(0) is { } contents && node.Shape(0) is [_] && node.Node.OpType is ("ReduceProd" or "ReduceSum")
                ? Whole(node, shape, contents)
                : null);
    }

    private static IReadOnlyList<OnnxDimension>? Whole(
        NodeShapes node, IReadOnlyList<OnnxDimension>? shape, IReadOnlyList<OnnxDimension> contents)
        => shape is not ([] or [{ Value: 1 }]) ? null
            : shape.Count == 1 && contents.Count == 1 ? contents
            : node.Node.OpType == "ReduceProd" ? [Shapes.Product(contents)]
            : [contents.Aggregate((OnnxDimension)0, static (a, b) => a + b)];

    private static void Largest(NodeShapes node)
        => node.Set(
            0,
            OnnxElementType.Int64,
            node.Shape(0) is { } x && NodeShapes.Axis(node.Node.Int("axis", 0), x.Count) is int axis
                ? Without(x, [axis], node.Node.Int("keepdims", 1) != 0)
                : null);

    private static void TopK(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x && NodeShapes.Axis(node.Node.Int("axis", -1), x.Count) is int axis)
        {
            var count = node.Contents(1) is [var k] ? k : node.Node.Find("k") is { } attribute ? attribute.I : node.UnknownDimension();
            shape = [.. x.Select((d, i) => i == axis ? count : d)];
        }

        node.Set(0, node.Type(0), shape);
        node.Set(1, OnnxElementType.Int64, shape);
    }

    private static IReadOnlyList<OnnxDimension> Without(IReadOnlyList<OnnxDimension> shape, int?[] axes, bool keep)
        => keep ? [.. shape.Select((d, i) => axes.Contains(i) ? 1 : d)] : [.. shape.Where((_, i) => !axes.Contains(i))];
}
