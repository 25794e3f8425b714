namespace DtcGen.Onnx;

/// <summary>Parts of a value, chosen by index.</summary>
internal static class IndexingRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Slice", new OperatorRule(Slice)),
        ("Gather", new OperatorRule(Gather)),
        ("GatherElements", new OperatorRule(static node => node.Set(0, node.Type(0), node.Shape(1)))),
        ("GatherND", new OperatorRule(GatherND)),
        ("NonZero", new OperatorRule(
            static node => node.Set(0, OnnxElementType.Int64, node.Shape(0) is { } x ? [x.Count, node.UnknownDimension()] : null))),
        ("OneHot", new OperatorRule(OneHot)),
    ];

    private static void Slice(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        IReadOnlyList<OnnxDimension>? contents = null;
        if (node.Shape(0) is { } x)
        {
            var starts = Bounds(node, "starts", 1);
            var ends = Bounds(node, "ends", 2);
            var (given, axes) = node.IntsOrInput("axes", 3);
            var steps = node.Has(4) ? node.Numbers(4) : [.. (starts ?? []).Select(static _ => 1L)];
            axes ??= given ? null : [.. (starts ?? []).Select(static (_, i) => (long)i)];
            if (starts is null || ends is null || axes is null || steps is null
                || new[] { starts.Count, ends.Count, axes.Length, steps.Length }.Distinct().Count() > 1)
            {
                shape = node.UnknownShape(x.Count);
            }
            else
            {
                var sliced = x.ToArray();
                for (var i = 0; i < axes.Length; i++)
                {
                    if (NodeShapes.Axis(axes[i], x.Count) is int axis)
                    {
                        sliced[axis] = Length(node, x[axis], starts[i], ends[i], steps[i]);
                    }
                }

                shape = sliced;
                contents = axes.Length == 1 && starts[0].Value is long start && ends[0].Value is long end && node.Contents(0) is { } all
                    ? Take(all, start, end, steps[0])
                    : null;
            }
        }

        node.Set(0, node.Type(0), shape, contents);
    }

    private static IReadOnlyList<OnnxDimension>? Bounds(NodeShapes node, string attribute, int input)
        => node.Node.Ints(attribute) is { } ints ? [.. ints.Select(static v => (OnnxDimension)v)] : node.Contents(input);

    private static OnnxDimension Length(NodeShapes node, OnnxDimension size, OnnxDimension start, OnnxDimension end, long step)
    {
        if (size.Value is long number && start.Value is long from && end.Value is long to && step != 0)
        {
            return Positions(number, from, to, step).Count;
        }

        // Of a dimension that only the run tells, what is clear whatever it is, and a part of a table that ends with a name.
        return step < 1 ? node.UnknownDimension()
            : size.IsStatic && start.Value == 0 && step == 1 && !end.IsStatic && !end.IsMadeUp ? end
            : Place(size, start) is { } first && Place(size, end) is { } last && (last - first).Least >= 0
                ? Shapes.CeilDivide(last - first, step)
                : node.UnknownDimension();
    }

    /// <summary>Where a bound lies between 0 and the size, or null when that is not clear.</summary>
    private static OnnxDimension? Place(OnnxDimension size, OnnxDimension bound) => bound.Value switch
    {
        >= int.MaxValue => size,
        < 0 => (size + bound).Least >= 0 ? size + bound : (OnnxDimension?)null,
        _ => bound.Least >= 0 ? Shapes.Lower(bound, size) : null,
    };

    private static (long First, long Count) Positions(long size, long start, long end, long step)
    {
        if (size <= 0)
        {
            return (0, 0);
        }

        var from = Math.Clamp(start < 0 ? start + size : start, 0, step > 0 ? size : size - 1);
        var to = Math.Clamp(end < 0 && end >= -size ? end + size : end, step > 0 ? 0 : -1, size);
        return (from, (long)Int128.Max(0, ((Int128)to - from + step - Math.Sign(step)) / step));
    }

    private static IReadOnlyList<OnnxDimension>? Take(IReadOnlyList<OnnxDimension> all, long start, long end, long step)
    {
        if (all.Count == 0 || step == 0)
        {
            return null;
        }

        var (first, count) = Positions(all.Count, start, end, step);
        return [.. Enumerable.Range(0, (int)count).Select(i => all[(int)(first + (i * step))])];
    }

    private static void Gather(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } x && node.Shape(1) is { } indices && NodeShapes.Axis(node.Node.Int("axis", 0), x.Count) is int axis)
        {
            shape = [.. x.Take(axis), .. indices, .. x.Skip(axis + 1)];
        }

        IReadOnlyList<OnnxDimension>? contents = null;
        if (node.Contents(0) is { } all && node.Numbers(1) is { } chosen && chosen.All(i => NodeShapes.Axis(i, all.Count) is not null))
        {
            contents = [.. chosen.Select(i => all[NodeShapes.Axis(i, all.Count)!.Value])];
        }

        node.Set(0, node.Type(0), shape, contents);
    }

    private static void GatherND(NodeShapes node)
    {
        var batch = node.Node.Int("batch_dims", 0);
        IReadOnlyList<OnnxDimension>? shape = node.Shape(0) is { } x && node.Shape(1) is { Count: > 0 } indices
            && indices[^1].Value is >= 0 and long depth && batch >= 0 && batch <= x.Count && depth <= x.Count - batch
            ? [.. indices.SkipLast(1), .. x.Skip((int)(batch + depth))]
            : null;
        node.Set(0, node.Type(0), shape);
    }

    private static void OneHot(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { } indices && NodeShapes.Axis(node.Node.Int("axis", -1), indices.Count + 1) is int axis)
        {
            shape = [.. indices.Take(axis), node.Contents(1) is [var depth] ? depth : node.UnknownDimension(), .. indices.Skip(axis)];
        }

        node.Set(0, node.Type(2), shape);
    }
}
