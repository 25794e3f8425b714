namespace DtcGen.Onnx;

/// <summary>Values that the file holds or that are made from shapes alone.</summary>
internal static class ConstantRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Constant", new OperatorRule(Constant)),
        ("ConstantOfShape", new OperatorRule(ConstantOfShape)),
        ("Shape", new OperatorRule(Shape)),
        ("Size", new OperatorRule(
            static node => node.Set(0, OnnxElementType.Int64, [], node.Shape(0) is { } x ? [Shapes.Product(x)] : null))),
        ("Range", new OperatorRule(Range)),
        ("EyeLike", new OperatorRule(Typed)),
        ("RandomNormalLike", new OperatorRule(Typed)),
        ("RandomUniformLike", new OperatorRule(Typed)),
        ("Bernoulli", new OperatorRule(Typed)),
        ("RandomNormal", new OperatorRule(Drawn)),
        ("RandomUniform", new OperatorRule(Drawn)),
    ];

    private static void Constant(NodeShapes node)
    {
        foreach (var attribute in node.Node.Attribute)
        {
            var (type, shape, contents) = attribute.Name switch
            {
                "value_int" => (OnnxElementType.Int64, [], [attribute.I]),
                "value_ints"
                    => (OnnxElementType.Int64, [
                        attribute.Ints.Count
                    ], attribute.Ints.Count <= ShapeLimits.Contents ? [.. attribute.Ints.Select(static v => (OnnxDimension)v)] : null),
                "value_float" => (OnnxElementType.Float, [], null),
                "value_floats" => (OnnxElementType.Float, [attribute.Floats.Count], null),
                "value_string" => (OnnxElementType.String, [], null),
                "value_strings" => (OnnxElementType.String, new OnnxDimension[] { attribute.Strings.Count }, (OnnxDimension[]?)null),
                _ => (OnnxElementType.Undefined, null, null),
            };
            if (attribute is { Name: "value", T: { } tensor })
            {
                node.Set(0, tensor.Known());
            }
            else if (attribute is { Name: "sparse_value", SparseTensor: { } sparse })
            {
                node.Set(0, sparse.Known());
            }
            else if (shape is not null)
            {
                node.Set(0, type, shape, contents);
            }
        }
    }

    private static void ConstantOfShape(NodeShapes node)
    {
        var fill = node.Node.Find("value")?.T?.Known() ?? new KnownValue(OnnxElementType.Float, [1]);
        var shape = node.Contents(0) ?? (node.Shape(0) is [{ Value: long rank }] ? node.UnknownShape(rank) : null);
        node.Set(
            0,
            fill.ElementType,
            shape,
            shape is [{ Value: >= 0 and long count }] && count <= ShapeLimits.Contents && fill.Contents is [var one]
                ? [.. Enumerable.Repeat(one, (int)count)]
                : null);
    }

    private static void Shape(NodeShapes node)
    {
        if (node.Shape(0) is not { } x)
        {
            node.Set(0, OnnxElementType.Int64, [node.UnknownDimension()]);
            return;
        }

        int Clamp(long at) => (int)Math.Clamp(at < 0 ? at + x.Count : at, 0, x.Count);
        var start = Clamp(node.Node.Int("start", 0));
        OnnxDimension[] dimensions = [.. x.Skip(start).Take(Math.Max(0, Clamp(node.Node.Int("end", x.Count)) - start))];
        node.Set(0, OnnxElementType.Int64, [dimensions.Length], dimensions);
    }

    private static void Range(NodeShapes node)
    {
        if (node.Contents(0) is not [var start] || node.Contents(1) is not [var limit]
            || node.Contents(2) is not [{ Value: long step and not 0 }])
        {
            node.Set(0, node.Type(0), [node.UnknownDimension()]);
        }
        else if (start.Value is long from && limit.Value is long to)
        {
            // In 128 bits no difference of two numbers wraps.
            var count = (long)Int128.Clamp(((Int128)to - from + step - Math.Sign(step)) / step, 0, long.MaxValue);
            node.Set(
                0,
                node.Type(0),
                [count],
                count <= ShapeLimits.Contents
                    ? [.. Enumerable.Range(0, (int)count).Select(i => (OnnxDimension)(from + (i * step)))]
                    : null);
        }
        else
        {
            var isClear = step > 0 && (limit - start).Least >= 0;
            node.Set(0, node.Type(0), [isClear ? Shapes.CeilDivide(limit - start, step) : node.UnknownDimension()]);
        }
    }

    private static void Typed(NodeShapes node)
        => node.Set(0, node.Node.Int("dtype", 0) is > 0 and var type ? (OnnxElementType)type : node.Type(0), node.Shape(0));

    private static void Drawn(NodeShapes node)
        => node.Set(
            0,
            (OnnxElementType)node.Node.Int("dtype", 1),
            node.Node.Ints("shape") is { } shape ? [.. shape.Select(static d => (OnnxDimension)d)] : null);
}
