namespace DtcGen.Onnx;

/// <summary>Joining values, splitting them and padding them.</summary>
internal static class JoiningRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Concat", new OperatorRule(Concat)),
        ("Split", new OperatorRule(Split)),
        ("Pad", new OperatorRule(Pad)),
    ];

    private static void Concat(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>?[] parts = [.. Enumerable.Range(0, node.Inputs).Select(node.Shape)];
        IReadOnlyList<OnnxDimension>? shape = null;
        if (parts.All(static p => p is not null) && parts is [{ } first, ..] && parts.All(p => p!.Count == first.Count)
            && NodeShapes.Axis(node.Node.Int("axis", node.Opset < 4 ? 1 : 0), first.Count) is int axis)
        {
            // Along the other axes all are equal; a number among names tells what they are.
            shape = [
                .. first.Select((d, i) => i == axis
                    ? parts.Aggregate((OnnxDimension)0, (sum, p) => sum + p![axis])
                    : parts.Select(p => p![i]).FirstOrDefault(static p => p.IsStatic, d))
            ];
        }

        IReadOnlyList<OnnxDimension>?[] contents = [.. Enumerable.Range(0, node.Inputs).Select(node.Contents)];
        node.Set(
            0,
            node.Type(0),
            shape,
            shape is { Count: 1 } && contents.All(static c => c is not null) ? [.. contents.SelectMany(static c => c!)] : null);
    }

    private static void Split(NodeShapes node)
    {
        var count = node.Outputs.Count;
        var (given, sizes) = node.IntsOrInput("split", 1);
        if (node.Shape(0) is not { } x || NodeShapes.Axis(node.Node.Int("axis", 0), x.Count) is not int axis)
        {
            for (var i = 0; i < count; i++)
            {
                node.Set(i, node.Type(0), null);
            }

            return;
        }

        for (var i = 0; i < count; i++)
        {
            // Without sizes the parts are equal, but for a smaller last one.
            var part = given
                ? sizes is not null && i < sizes.Length ? sizes[i] : node.UnknownDimension()
                : x[axis].Value is long size
                    && ((size + count - 1) / count) is var equal ? Math.Clamp(size - (i * equal), 0, equal) : node.UnknownDimension();
            IReadOnlyList<OnnxDimension>? contents = node.Contents(0) is { } all && sizes is not null && i < sizes.Length
                ? [.. all.Skip((int)sizes.Take(i).Sum()).Take((int)sizes[i])]
                : null;
            node.Set(i, node.Type(0), [.. x.Select((d, at) => at == axis ? part : d)], contents);
        }
    }

    private static void Pad(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x)
        {
            var pads = node.IntsOrInput("pads", 1).Numbers;
            var axes = node.Has(3) ? node.Numbers(3) : [.. Enumerable.Range(0, x.Count).Select(static i => (long)i)];
            shape = pads is not null && axes is not null && pads.Length == 2 * axes.Length
                ? [.. x.Select(Padded)]
                : node.UnknownShape(x.Count);

            OnnxDimension Padded(OnnxDimension dimension, int axis)
            {
                var at = Array.FindIndex(axes!, a => NodeShapes.Axis(a, x.Count) == axis);
                return at < 0 ? dimension : dimension + (pads![at] + pads[at + axes!.Length]);
            }
        }

        node.Set(0, node.Type(0), shape);
    }
}
