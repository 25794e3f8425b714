namespace DtcGen.Onnx;

/// <summary>Resizing and rearranging images: [batch, channels, rows, columns].</summary>
internal static class ImageRules
{
    private const long MostScaled = 1L << 52;
    private const float MostScale = 1 << 20;

    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Resize", new OperatorRule(static node => Scale(node, node.Opset < 11 ? 1 : 2, 3))),
        ("Upsample", new OperatorRule(static node => Scale(node, 1, -1))),
        ("DepthToSpace", new OperatorRule(DepthToSpace)),
        ("SpaceToDepth", new OperatorRule(SpaceToDepth)),
        ("AffineGrid", new OperatorRule(static node => node.Set(
            0,
            node.Type(0),
            node.Contents(1) is { Count: > 2 } size ? [size[0], .. size.Skip(2), size.Count - 2] : null))),
        ("ImageDecoder", new OperatorRule(static node => node.Set(
            0,
            OnnxElementType.UInt8,
            [
                node.UnknownDimension(), node.UnknownDimension(), node.Node.Text("pixel_format", "RGB") == "Grayscale" ? 1 : 3
            ]))),
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
            if (node.Opset < 9 && node.Node.Find("scales") is { } attribute)
            {
                scales = [.. attribute.Floats];
            }

            var stretched = node.Node.Text("keep_aspect_ratio_policy", "stretch") == "stretch";
            var cropped = node.Node.Text("coordinate_transformation_mode", "half_pixel") == "tf_crop_and_resize";
            var axes = node.Node.Ints("axes") ?? [.. Enumerable.Range(0, x.Count).Select(static i => (long)i)];
            var resized = x.ToArray();
            for (var i = 0; i < axes.Length; i++)
            {
                if (NodeShapes.Axis(axes[i], x.Count) is not int axis)
                {
                    continue;
                }

                var given = sizes is not null
                    ? sizes.Count == axes.Length && stretched ? sizes[i] : (OnnxDimension?)null
                    : scales?.Length == axes.Length && !cropped ? Scaled(x[axis], scales[i])
                    : null;
                resized[axis] = given ?? node.UnknownDimension();
            }

            shape = resized;
        }

        node.Set(0, node.Type(0), shape);
    }

    private static OnnxDimension? Scaled(OnnxDimension size, float scale)
    {
        if (scale == 1)
        {
            return size;
        }

        // Runtimes multiply in single precision.
        if (size.Value is long number)
        {
            var scaled = Math.Floor(number * scale);
            return float.IsFinite(scale) && Math.Abs(scaled) < MostScaled ? (long)scaled : (OnnxDimension?)null;
        }

        // A whole number, or one over a whole power of two: then no product is rounded.
        return scale is > 0 and < MostScale && scale == MathF.Floor(scale) ? size * (long)scale
            : scale is > 1 / MostScale and < 1 && float.IsPow2(scale) ? size.FloorDivide((long)(1 / scale))
            : (OnnxDimension?)null;
    }

    private static void DepthToSpace(NodeShapes node)
    {
        OnnxDimension block = node.Node.Int("blocksize", 1);
        node.Set(0, node.Type(0), node.Shape(0) is [var n, var c, var h, var w] ? [n, c / (block * block), h * block, w * block] : null);
    }

    private static void SpaceToDepth(NodeShapes node)
    {
        OnnxDimension block = node.Node.Int("blocksize", 1);
        node.Set(0, node.Type(0), node.Shape(0) is [var n, var c, var h, var w] ? [n, c * (block * block), h / block, w / block] : null);
    }
}
