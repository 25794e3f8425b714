namespace DtcGen.Onnx;

/// <summary>Resizing and rearranging images: [batch, channels, rows, columns].</summary>
internal static class ImageRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Resize", new OperatorRule(static node => Scale(node, node.Opset < 11 ? 1 : 2, 3))),
        ("Upsample", new OperatorRule(static node => Scale(node, 1, -1))),
        ("DepthToSpace", new OperatorRule(DepthToSpace)),
        ("SpaceToDepth", new OperatorRule(SpaceToDepth)),
        (
            "GridSample",
            new OperatorRule(static node => node.Set(
                0,
                node.Type(0),
                node.Shape(0) is { Count: > 2 } x && node.Shape(1) is { } grid && grid.Count == x.Count
                    ? [x[0], x[1], .. grid.Skip(1).SkipLast(1)]
                    : null))),
    ];

    private static void Scale(NodeShapes node, int scalesAt, int sizesAt)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x)
        {
            var sizes = sizesAt >= 0 ? node.Contents(sizesAt) : null;
            var scales = node.Floats(scalesAt);
            var plain = node.Node.Find("axes") is null && node.Node.Text("keep_aspect_ratio_policy", "stretch") == "stretch";
            shape = plain && sizes?.Count == x.Count ? sizes
                : plain
                    && scales?.Length == x.Count ? [
                        .. x.Zip(
                            scales,
                            (d, scale) => scale == 1 ? d : d.Value is long size ? (long)Math.Floor(size * scale) : node.UnknownDimension())
                    ]
                : node.UnknownShape(x.Count);
        }

        node.Set(0, node.Type(0), shape);
    }

    private static void DepthToSpace(NodeShapes node)
    {
        var block = node.Node.Int("blocksize", 1);
        node.Set(0, node.Type(0), node.Shape(0) is [var n, var c, var h, var w] ? [n, c / (block * block), h * block, w * block] : null);
    }

    private static void SpaceToDepth(NodeShapes node)
    {
        var block = node.Node.Int("blocksize", 1);
        node.Set(0, node.Type(0), node.Shape(0) is [var n, var c, var h, var w] ? [n, c * (block * block), h / block, w / block] : null);
    }
}
