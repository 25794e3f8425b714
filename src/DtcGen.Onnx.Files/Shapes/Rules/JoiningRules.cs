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
        var shape = Joined(node, [.. Enumerable.Range(0, node.Inputs).Select(node.Shape)]);
        var isShort = shape is [{ Value: <= ShapeLimits.Contents }] && node.Inputs <= ShapeLimits.Contents;
        IReadOnlyList<OnnxDimension>?[] contents = isShort ? [.. Enumerable.Range(0, node.Inputs).Select(node.Contents)] : [null];
        node.Set(
            0,
            node.Type(0),
            shape,
            contents.All(static c => c is not null) ? [.. contents.SelectMany(static c => c!)] : null);
    }

    /// <summary>The shape of values one behind the other along the node's axis; null where it is not clear.</summary>
    public static IReadOnlyList<OnnxDimension>? Joined(NodeShapes node, IReadOnlyList<OnnxDimension>?[] parts)
    {
        if (parts is not [{ } first, ..] || !parts.All(p => p?.Count == first.Count)
            || NodeShapes.Axis(node.Node.Int("axis", node.Opset < 4 ? 1 : 0), first.Count) is not int axis)
        {
            return null;
        }

        // Along the other axes all are equal; a number among names tells what they are.
        return [
            .. first.Select((d, i) => i == axis
                ? parts.Aggregate((OnnxDimension)0, (sum, p) => sum + p![axis])
                : parts.Select(p => p![i]).FirstOrDefault(static p => p.IsStatic, d))
        ];
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

        var at = 0L;
        for (var i = 0; i < count; i++)
        {
            var part = given
                ? sizes is not null && i < sizes.Length ? sizes[i] : node.UnknownDimension()
                : Equal(x[axis], count, i) ?? node.UnknownDimension();
            IReadOnlyList<OnnxDimension>? contents = null;
            if (node.Contents(0) is { } all && sizes is not null && i < sizes.Length && sizes[i] >= 0 && at + sizes[i] <= all.Count)
            {
                contents = [.. all.Skip((int)at).Take((int)sizes[i])];
                at += sizes[i];
            }

            node.Set(i, node.Type(0), [.. x.Select((d, other) => other == axis ? part : d)], contents);
        }
    }

    // Without sizes the parts are equal, but for a smaller last one.
    private static OnnxDimension? Equal(OnnxDimension size, int count, int part)
    {
        if (size.Value is not long number)
        {
            return size.FloorDivide(count) is var each && each * count == size ? each : (OnnxDimension?)null;
        }

        var equal = ((number - 1) / count) + 1;
        return number == 0 ? 0 : Math.Clamp(number - (part * equal), 0, equal);
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
