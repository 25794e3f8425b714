namespace DtcGen.Onnx;

/// <summary>Regions, blocks and chosen entries whose number the run tells.</summary>
internal static class DetectionRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("NonMaxSuppression", new OperatorRule(static node => node.Set(0, OnnxElementType.Int64, [node.UnknownDimension(), 3]))),
        ("RoiAlign", new OperatorRule(static node => Regions(
            node, [node.Node.Int("output_height", 1), node.Node.Int("output_width", 1)]))),
        ("MaxRoiPool", new OperatorRule(static node => Regions(node, node.Node.Ints("pooled_shape")))),
        ("Unique", new OperatorRule(Unique)),
        ("Compress", new OperatorRule(Compress)),
        ("CenterCropPad", new OperatorRule(CenterCropPad)),
        ("Col2Im", new OperatorRule(Col2Im)),
        ("MaxUnpool", new OperatorRule(MaxUnpool)),
        ("DeformConv", new OperatorRule(
            static node => node.Set(0, node.Type(0), ConvolutionRules.Convolution(node, 1)),
            static node => ConvolutionRules.ConvolutionCost(node, 1))),
        ("Det", new OperatorRule(
            static node => node.Set(0, node.Type(0), node.Shape(0) is { Count: > 1 } x ? [.. x.SkipLast(2)] : null))),
        ("Multinomial", new OperatorRule(static node => node.Set(
            0,
            (OnnxElementType)node.Node.Int("dtype", (long)OnnxElementType.Int32),
            node.Shape(0) is [var samples, _] ? [samples, node.Node.Int("sample_size", 1)] : null))),
    ];

    private static void Regions(NodeShapes node, long[]? size)
        => node.Set(
            0,
            node.Type(0),
            node.Shape(0) is { Count: 4 } x && node.Shape(1) is { Count: > 0 } regions && size is [var height, var width]
                ? [regions[0], x[1], height, width]
                : null);

    private static void Unique(NodeShapes node)
    {
        var count = node.UnknownDimension();
        var axis = node.Node.Find("axis")?.I;
        var at = axis is long given && node.Shape(0) is { } known ? NodeShapes.Axis(given, known.Count) : null;
        node.Set(
            0,
            node.Type(0),
            axis is null ? [count] : at is null ? null : [.. node.Shape(0)!.Select((d, i) => i == at ? count : d)]);
        node.Set(1, OnnxElementType.Int64, [count]);
        node.Set(
            2,
            OnnxElementType.Int64,
            node.Shape(0) is not { } x ? [node.UnknownDimension()]
                : axis is null ? [Shapes.Product(x)]
                : at is int along ? [x[along]]
                : null);
        node.Set(3, OnnxElementType.Int64, [count]);
    }

    private static void Compress(NodeShapes node)
    {
        var axis = node.Node.Find("axis")?.I;
        var at = axis is long given && node.Shape(0) is { } known ? NodeShapes.Axis(given, known.Count) : null;
        node.Set(
            0,
            node.Type(0),
            axis is null ? [node.UnknownDimension()]
                : at is null ? null
                : [.. node.Shape(0)!.Select((d, i) => i == at ? node.UnknownDimension() : d)]);
    }

    private static void CenterCropPad(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x)
        {
            var sizes = node.Contents(1);
            var axes = node.Node.Ints("axes") ?? [.. Enumerable.Range(0, x.Count).Select(static i => (long)i)];
            var cropped = x.ToArray();
            for (var i = 0; i < axes.Length; i++)
            {
                if (NodeShapes.Axis(axes[i], x.Count) is int axis)
                {
                    cropped[axis] = sizes?.Count == axes.Length ? sizes[i] : node.UnknownDimension();
                }
            }

            shape = cropped;
        }

        node.Set(0, node.Type(0), shape);
    }

    private static void Col2Im(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is [var batch, var columns, _])
        {
            var channels = node.Contents(2) is { } block ? Exactly(columns, Shapes.Product(block)) : null;
            var image = node.Contents(1)
                ?? (node.Shape(1) is [{ Value: long rank }] ? node.UnknownShape(rank) : null);
            shape = image is null ? null : [batch, channels ?? node.UnknownDimension(), .. image];
        }

        node.Set(0, node.Type(0), shape);
    }

    private static OnnxDimension? Exactly(OnnxDimension size, OnnxDimension divisor)
        => divisor.Value != 0 && size.FloorDivide(divisor) is var quotient && quotient * divisor == size ? quotient : (OnnxDimension?)null;

    private static void MaxUnpool(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { Count: > 2 } x)
        {
            var axes = x.Count - 2;
            var kernel = node.Node.Ints("kernel_shape") ?? [];
            var strides = node.Node.Ints("strides") ?? [.. Enumerable.Repeat(1L, axes)];
            var pads = node.Node.Ints("pads") ?? new long[2 * axes];
            shape = node.Has(2) ? node.Contents(2)
                : kernel.Length == axes && strides.Length == axes && pads.Length == 2 * axes ? [
                    x[0],
                    x[1],
                    .. Enumerable.Range(0, axes)
                        .Select(i => ((x[i + 2] - 1) * strides[i]) + kernel[i] - ((OnnxDimension)pads[i] + pads[i + axes])),
                ]
                : null;
        }

        node.Set(0, node.Type(0), shape);
    }
}
