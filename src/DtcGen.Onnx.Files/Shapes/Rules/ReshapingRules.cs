namespace DtcGen.Onnx;

/// <summary>The same entries in another shape or order.</summary>
internal static class ReshapingRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Reshape", new OperatorRule(Reshape)),
        ("Flatten", new OperatorRule(Flatten)),
        ("Squeeze", new OperatorRule(Squeeze)),
        ("Unsqueeze", new OperatorRule(Unsqueeze)),
        ("Transpose", new OperatorRule(Transpose)),
        ("Expand", new OperatorRule(Expand)),
        ("Tile", new OperatorRule(Tile)),
    ];

    private static void Reshape(NodeShapes node)
    {
        var target = node.Contents(1) ?? (node.Node.Ints("shape") is { } old ? [.. old.Select(static d => (OnnxDimension)d)] : null);
        IReadOnlyList<OnnxDimension>? shape = null;
        if (target is not null)
        {
            var keepZero = node.Node.Int("allowzero", 0) == 0;
            var x = node.Shape(0);
            OnnxDimension[] wanted = [
                .. target.Select((d, i) => d.Value == 0 && keepZero ? x is not null && i < x.Count ? x[i] : node.UnknownDimension() : d)
            ];
            shape = [.. wanted.Select((d, i) => d.Value == -1 ? Rest(node, x, [.. wanted.Where((_, other) => other != i)]) : d)];
        }
        else if (node.Shape(1) is [{ Value: long rank }])
        {
            shape = node.UnknownShape(rank);
        }

        var contents = shape is { Count: <= 1 } ? node.Contents(0) : null;
        node.Set(0, node.Type(0), shape, contents);
    }

    /// <summary>What −1 comes to: all entries divided by the other dimensions, which leaves no rest.</summary>
    private static OnnxDimension Rest(NodeShapes node, IReadOnlyList<OnnxDimension>? input, IReadOnlyList<OnnxDimension> others)
    {
        if (input is null || others.Any(static d => d.Value == -1))
        {
            return node.UnknownDimension();
        }

        // Sizes on both sides cancel before any product becomes too long.
        List<OnnxDimension> have = [.. input], want = [];
        foreach (var other in others)
        {
            if (other.Value == 0 || !have.Remove(other))
            {
                want.Add(other);
            }
        }

        var (all, divisor) = (Shapes.Product(have), Shapes.Product(want));
        return divisor.Value == 0 || (all.Value is long total && divisor.Value is long part && total % part != 0)
            ? node.UnknownDimension()
            : all.FloorDivide(divisor);
    }

    private static void Flatten(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x && node.Node.Int("axis", 1) is var given && (given < 0 ? given + x.Count : given) is var axis
            && axis >= 0 && axis <= x.Count)
        {
            shape = [Shapes.Product(x.Take((int)axis)), Shapes.Product(x.Skip((int)axis))];
        }

        node.Set(0, node.Type(0), shape);
    }

    private static void Squeeze(NodeShapes node)
    {
        var (given, axes) = node.IntsOrInput("axes", 1);
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x)
        {
            shape = given
                ? axes is null ? null : [.. x.Where((_, i) => !axes.Contains(i) && !axes.Contains(i - x.Count))]
                : x.All(static d => d.IsStatic) ? [.. x.Where(static d => d.Value != 1)] : null;
        }

        node.Set(0, node.Type(0), shape, node.Contents(0));
    }

    private static void Unsqueeze(NodeShapes node)
    {
        var axes = node.IntsOrInput("axes", 1).Numbers;
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x && axes is not null)
        {
            var rank = x.Count + axes.Length;
            var next = 0;
            var fits = axes.Select(a => NodeShapes.Axis(a, rank)).Distinct().Count(static a => a is not null) == axes.Length;
            shape = fits ? [.. Enumerable.Range(0, rank).Select(i => axes.Contains(i) || axes.Contains(i - rank) ? 1 : x[next++])] : null;
        }

        node.Set(0, node.Type(0), shape, shape is { Count: <= 1 } ? node.Contents(0) : null);
    }

    private static void Transpose(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x)
        {
            var order = node.Node.Ints("perm") ?? [.. Enumerable.Range(0, x.Count).Reverse().Select(static i => (long)i)];
            shape = order.Length == x.Count && order.All(i => i >= 0 && i < x.Count) ? [.. order.Select(i => x[(int)i])] : null;
        }

        node.Set(0, node.Type(0), shape);
    }

    private static void Expand(NodeShapes node)
    {
        var shape = node.Shape(0) is { } x && node.Contents(1) is { } target ? Shapes.Broadcast(x, target, node.UnknownDimension) : null;
        node.Set(
            0,
            node.Type(0),
            shape,
            shape is [{ Value: >= 0 and <= ShapeLimits.Contents and long count }] && node.Contents(0) is [var one]
                ? [.. Enumerable.Repeat(one, (int)count)]
                : null);
    }

    private static void Tile(NodeShapes node)
        => node.Set(
            0,
            node.Type(0),
            node.Shape(0) is { } x
                ? node.Contents(1) is { } repeats
                    && repeats.Count == x.Count ? [.. x.Zip(repeats, static (d, r) => d * r)] : node.UnknownShape(x.Count)
                : null);
}
