using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Says what does not go together in the shapes of a node's inputs, or null.</summary>
internal delegate string? ShapeFit(NodeShapes node);

/// <summary>How the shapes of inputs go together, by operator.</summary>
internal static class ShapeFits
{
    // The first operator set in which shapes broadcast as they do now.
    private const int FirstWithBroadcast = 7;

    private static readonly Dictionary<string, ShapeFit> Fits = new(StringComparer.Ordinal)
    {
        ["MatMul"] = MatMul,
        ["MatMulInteger"] = MatMul,
        ["Gemm"] = Gemm,
        ["Conv"] = static node => Conv(node, transposed: false),
        ["ConvTranspose"] = static node => Conv(node, transposed: true),
        ["Concat"] = Concat,

        // Until set 9 there were statistics for each entry too.
        ["BatchNormalization"] = static node => node.Node.Int("spatial", 1) == 0 ? null : Channels(node, 1, 2, 3, 4),
        ["InstanceNormalization"] = static node => Channels(node, 1, 2),
        ["Transpose"] = Transpose,
        ["Reshape"] = Reshape,
        ["RNN"] = static node => Recurrent(node, gates: 1),
        ["GRU"] = static node => Recurrent(node, gates: 3),
        ["LSTM"] = static node => Recurrent(node, gates: 4),
    };

    private static readonly HashSet<string> Broadcasting = new(StringComparer.Ordinal)
    {
        "Add", "Sub", "Mul", "Div", "Pow", "Mod", "And", "Or", "Xor", "Equal", "Greater", "GreaterOrEqual", "Less", "LessOrEqual",
        "Max", "Min", "Sum", "Mean", "Where", "BitShift", "BitwiseAnd", "BitwiseOr", "BitwiseXor", "StringConcat",
    };

    // Operators that work along an axis of their first input.
    private static readonly HashSet<string> AlongAxis = new(StringComparer.Ordinal)
    {
        "Softmax", "LogSoftmax", "Hardmax", "LpNormalization", "Gather", "GatherElements", "ScatterElements", "Split",
        "SplitToSequence", "ArgMax", "ArgMin", "TopK", "LayerNormalization", "RMSNormalization",
    };

    public static ShapeFit? Find(NodeProto node)
        => ModelCheck.Domain(node.Domain).Length > 0 ? null
            : Broadcasting.Contains(node.OpType) ? Broadcast
            : AlongAxis.Contains(node.OpType) ? Axis
            : node.OpType.StartsWith("Reduce", StringComparison.Ordinal) ? Axes
            : Fits.GetValueOrDefault(node.OpType);

    private static string? Broadcast(NodeShapes node)
    {
        // For each dimension, counted from the last, an input whose size is a number other than 1.
        var sized = new List<int?>();
        for (var i = 0; i < node.Inputs && node.Opset >= FirstWithBroadcast; i++)
        {
            var shape = node.Shape(i) ?? [];
            for (var d = 1; d <= shape.Count; d++)
            {
                if (sized.Count < d)
                {
                    sized.Add(null);
                }

                if (shape[^d].Value is null or 1)
                {
                    continue;
                }

                if (sized[d - 1] is int other && node.Shape(other)![^d] != shape[^d])
                {
                    return $"{Describe(node, other)} and {Describe(node, i)} do not go together: dimensions, counted from the last, " +
                        "must be equal or 1.";
                }

                sized[d - 1] = i;
            }
        }

        return null;
    }

    private static string? Axis(NodeShapes node)
        => node.Node.Find("axis") is { HasI: true, I: var axis } && node.Shape(0) is { } shape && NodeShapes.Axis(axis, shape.Count) is null
            ? $"{Describe(node, 0)} has no axis {axis}."
            : null;

    private static string? Axes(NodeShapes node)
        => node.Shape(0) is { } shape && node.IntsOrInput("axes", 1).Numbers is { } axes
            && axes.FirstOrDefault(a => NodeShapes.Axis(a, shape.Count) is null, long.MinValue) is not long.MinValue and var axis
            ? $"{Describe(node, 0)} has no axis {axis}."
            : null;

    private static string? MatMul(NodeShapes node)
    {
        if (node.Shape(0) is not { } a || node.Shape(1) is not { } b)
        {
            return null;
        }

        if (a.Count == 0 || b.Count == 0)
        {
            return $"{Describe(node, a.Count == 0 ? 0 : 1)} has no dimension to multiply along.";
        }

        var inner = b.Count == 1 ? b[0] : b[^2];
        return Differ(a[^1], inner)
                ? $"{Describe(node, 0)} and {Describe(node, 1)} cannot be multiplied: {a[^1]} columns meet {inner} rows."
            : !Broadcasts(a.SkipLast(2), b.SkipLast(2))
                ? $"{Describe(node, 0)} and {Describe(node, 1)} cannot be multiplied: their leading dimensions must be equal or 1."
            : null;
    }

    private static bool Broadcasts(IEnumerable<OnnxDimension> a, IEnumerable<OnnxDimension> b)
        => a.Reverse().Zip(b.Reverse()).All(static d => !Differ(d.First, d.Second) || d.First == 1 || d.Second == 1);

    private static string? Gemm(NodeShapes node)
    {
        if (node.Shape(0) is not { } a || node.Shape(1) is not { } b)
        {
            return null;
        }

        if (a.Count != 2 || b.Count != 2)
        {
            return $"{Describe(node, a.Count != 2 ? 0 : 1)} is to have 2 dimensions.";
        }

        var (rows, left) = node.Node.Int("transA", 0) != 0 ? (a[1], a[0]) : (a[0], a[1]);
        var (right, columns) = node.Node.Int("transB", 0) != 0 ? (b[1], b[0]) : (b[0], b[1]);
        if (Differ(left, right))
        {
            return $"{Describe(node, 0)} and {Describe(node, 1)} cannot be multiplied: {left} columns meet {right} rows.";
        }

        OnnxDimension[] product = [rows, columns];
        var added = node.Opset >= FirstWithBroadcast ? node.Shape(2) : null;
        var fits = added is null || (added.Count <= 2
            && added.Reverse().Zip(Enumerable.Reverse(product)).All(static d => d.First == 1 || !Differ(d.First, d.Second)));
        return !fits
            ? $"{Describe(node, 2)} cannot be added to a product of shape [{rows}, {columns}]."
            : null;
    }

    private static string? Conv(NodeShapes node, bool transposed)
    {
        if (node.Shape(0) is not { } x || node.Shape(1) is not { } w)
        {
            return null;
        }

        if (x.Count < 3 || x.Count != w.Count)
        {
            return $"{Describe(node, 0)} and {Describe(node, 1)} are to have as many dimensions, three or more.";
        }

        var group = node.Node.Int("group", 1);
        var channels = transposed ? w[0] : w[1].Value is long each ? each * group : w[1];
        if (Differ(x[1], channels))
        {
            return $"{Describe(node, 0)} has {x[1]} channels, and the weights {Describe(node, 1)} take {channels}" +
                $"{(group == 1 ? "" : $" in {group} groups")}.";
        }

        if (node.Node.Ints("kernel_shape") is { } kernel
            && (kernel.Length != w.Count - 2 || kernel.Zip(w.Skip(2)).Any(static k => Differ(k.First, k.Second))))
        {
            return $"kernel_shape [{string.Join(", ", kernel)}] is not that of the weights {Describe(node, 1)}.";
        }

        var outputs = !transposed ? w[0] : w[1].Value is long part ? part * group : w[1];
        return node.Shape(2) is { } bias && (bias.Count != 1 || Differ(bias[0], outputs))
            ? $"{Describe(node, 2)} is to have one entry for each of the {outputs} channels made."
            : null;
    }

    private static string? Concat(NodeShapes node)
    {
        var first = -1;
        for (var i = 0; i < node.Inputs; i++)
        {
            if (node.Shape(i) is not { } shape)
            {
                continue;
            }

            first = first < 0 ? i : first;
            var start = node.Shape(first)!;
            if (NodeShapes.Axis(node.Node.Int("axis", 1), start.Count) is not int axis)
            {
                return $"{Describe(node, first)} has no axis {node.Node.Int("axis", 1)}.";
            }

            if (shape.Count != start.Count || Enumerable.Range(0, shape.Count).Any(d => d != axis && Differ(shape[d], start[d])))
            {
                return $"{Describe(node, first)} and {Describe(node, i)} differ in another dimension than axis {axis}.";
            }
        }

        return null;
    }

    private static string? Channels(NodeShapes node, params ReadOnlySpan<int> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (node.Shape(0) is { Count: > 1 } x && node.Shape(parameter) is { } each && (each.Count != 1 || Differ(each[0], x[1])))
            {
                return $"{Describe(node, parameter)} is to have one entry for each of the {x[1]} channels of {Describe(node, 0)}.";
            }
        }

        return null;
    }

    private static string? Transpose(NodeShapes node)
    {
        if (node.Shape(0) is not { } shape || node.Node.Ints("perm") is not { } order)
        {
            return null;
        }

        return order.Order().SequenceEqual(Enumerable.Range(0, shape.Count).Select(static i => (long)i))
            ? null
            : $"perm [{string.Join(", ", order)}] does not name each dimension of {Describe(node, 0)} once.";
    }

    private static string? Reshape(NodeShapes node)
    {
        var target = node.IntsOrInput("shape", 1).Numbers;
        if (target is null || node.Shape(0) is not { } shape || shape.Any(static d => !d.IsStatic))
        {
            return null;
        }

        var rest = target.Contains(-1);
        var keeps = node.Node.Int("allowzero", 0) == 0;
        var all = Product(shape.Select(static d => d.Value!.Value));
        var taken = Product(target.Select((t, i) => t == 0 && keeps && i < shape.Count ? shape[i].Value!.Value : t == -1 ? 1 : t));
        return all is Int128 have && taken is Int128 want && (rest ? want != 0 && have % want != 0 : have != want)
            ? $"The {have} entries of {Describe(node, 0)} do not fill the shape [{string.Join(", ", target)}]."
            : null;
    }

    /// <summary>The product, or null when a factor is negative or it is beyond any size.</summary>
    private static Int128? Product(IEnumerable<long> factors)
    {
        var product = Int128.One;
        foreach (var factor in factors)
        {
            product *= factor;
            if (factor < 0 || product > long.MaxValue)
            {
                return null;
            }
        }

        return product;
    }

    private static string? Recurrent(NodeShapes node, int gates)
    {
        if (node.Shape(0) is not { Count: 3 } x || node.Shape(1) is not { Count: 3 } w || node.Shape(2) is not { Count: 3 } r)
        {
            return null;
        }

        if (Differ(x[2], w[2]))
        {
            return $"{Describe(node, 0)} has {x[2]} features, and the weights {Describe(node, 1)} take {w[2]}.";
        }

        var hidden = node.Node.Int("hidden_size", 0) is > 0 and var size ? size : r[2];
        return Differ(r[2], hidden) || (hidden.Value is long each && (Differ(w[1], each * gates) || Differ(r[1], each * gates)))
            ? $"The weights {Describe(node, 1)} and {Describe(node, 2)} are not those of {hidden} hidden entries."
            : null;
    }

    private static bool Differ(OnnxDimension a, OnnxDimension b) => a.Value is long left && b.Value is long right && left != right;

    private static string Describe(NodeShapes node, int input) => $"{node.Node.Input[input]} [{string.Join(", ", node.Shape(input)!)}]";
}
