namespace DtcGen.Onnx;

/// <summary>Operators that work entry by entry, and others whose output has the shape of an input.</summary>
internal static class ElementwiseRules
{
    private static readonly string[] LikeOperators =
    [
        "Abs", "Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "BitwiseNot", "Ceil", "Celu", "Clip", "Cos", "Cosh", "CumProd",
        "CumSum", "Elu", "Erf", "Exp", "Floor", "Gelu", "Hardmax", "HardSigmoid", "HardSwish", "LeakyRelu", "Log", "LogSoftmax",
        "LpNormalization", "LRN", "MeanVarianceNormalization", "Mish", "Neg", "Not", "PRelu", "Reciprocal", "Relu", "ReverseSequence",
        "RotaryEmbedding", "Round", "Scatter", "ScatterElements", "ScatterND", "Selu", "Shrink", "Sigmoid", "Sign", "Sin", "Sinh",
        "Softmax", "Softplus", "Softsign", "Sqrt", "Swish", "Tan", "Tanh", "TensorScatter", "ThresholdedRelu", "Trilu",
    ];

    private static readonly string[] BroadcastOperators = [
        "BitShift", "BitwiseAnd", "BitwiseOr", "BitwiseXor", "Max", "Mean", "Min", "Mod", "Pow", "Sum"
    ];

    private static readonly string[] Compare = ["And", "Greater", "GreaterOrEqual", "Less", "LessOrEqual", "Or", "Xor"];

    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        .. LikeOperators.Select(static name => (name, new OperatorRule(Like))),
        .. BroadcastOperators.Select(static name => (name, new OperatorRule(static node => Broadcast(node, node.Type(0))))),
        .. Compare.Select(static name => (name, new OperatorRule(static node => Broadcast(node, OnnxElementType.Bool)))),
        ("Add", new OperatorRule(static node => Arithmetic(node, static (a, b) => a + b))),
        ("Sub", new OperatorRule(static node => Arithmetic(node, static (a, b) => a - b))),
        ("Mul", new OperatorRule(static node => Arithmetic(node, static (a, b) => a * b))),
        ("Div", new OperatorRule(
            static node => Arithmetic(node, static OnnxDimension? (a, b) => b.Value == 0 ? (OnnxDimension?)null : a / b))),
        ("Equal", new OperatorRule(Equal)),
        ("Where", new OperatorRule(Where)),
        ("Identity", new OperatorRule(static node => node.Set(0, node.Type(0), node.Shape(0), node.Contents(0)))),
        ("Cast", new OperatorRule(static node => Cast(node, (OnnxElementType)node.Node.Int("to", 0)))),
        ("BitCast", new OperatorRule(BitCast)),
        ("CastLike", new OperatorRule(static node => Cast(node, node.Type(1)))),
        ("IsInf", new OperatorRule(static node => node.Set(0, OnnxElementType.Bool, node.Shape(0)))),
        ("IsNaN", new OperatorRule(static node => node.Set(0, OnnxElementType.Bool, node.Shape(0)))),
        ("Dropout", new OperatorRule(Dropout)),
    ];

    public static void Like(NodeShapes node) => node.Set(0, node.Type(0), node.Shape(0));

    /// <summary>The common shape of all inputs, or null when one is unknown or they do not go together.</summary>
    public static IReadOnlyList<OnnxDimension>? BroadcastShape(NodeShapes node)
    {
        var shape = node.Shape(0);
        for (var i = 1; i < node.Inputs && shape is not null; i++)
        {
            shape = node.Shape(i) is { } next ? Shapes.Broadcast(shape, next, node.UnknownDimension) : null;
        }

        return shape;
    }

    public static void Broadcast(NodeShapes node, OnnxElementType type) => node.Set(0, type, BroadcastShape(node));

    private static void Arithmetic(NodeShapes node, Func<OnnxDimension, OnnxDimension, OnnxDimension?> compute)
        => node.Set(0, node.Type(0), BroadcastShape(node), Combine(node.Contents(0), node.Contents(1), compute));

    // Equal where one form says so, not equal where the difference is never 0; else only the run tells.
    private static void Equal(NodeShapes node)
        => node.Set(0, OnnxElementType.Bool, BroadcastShape(node), Combine(node.Contents(0), node.Contents(1), static (a, b) =>
            a == b ? (OnnxDimension)1
                : (a - b).Least > 0 || (b - a).Least > 0 || (a.IsStatic && b.IsStatic) ? (OnnxDimension)0
                : (OnnxDimension?)null));

    private static void Where(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? contents = null;
        if (node.Numbers(0) is { } condition && node.Contents(1) is { } yes && node.Contents(2) is { } no && yes.Count == condition.Length
            && no.Count == condition.Length)
        {
            contents = [.. condition.Select((c, i) => c != 0 ? yes[i] : no[i])];
        }

        node.Set(0, node.Type(1), BroadcastShape(node), contents);
    }

    private static void Cast(NodeShapes node, OnnxElementType type)
        => node.Set(0, type, node.Shape(0), type switch
        {
            OnnxElementType.Int64 or OnnxElementType.Int32 => node.Contents(0),
            OnnxElementType.Bool when node.Numbers(0) is { } numbers => [.. numbers.Select(static n => (OnnxDimension)(n == 0 ? 0 : 1))],
            _ => null,
        });

    // Between types of one width; what the bits then say is not followed.
    private static void BitCast(NodeShapes node) => node.Set(0, (OnnxElementType)node.Node.Int("to", 0), node.Shape(0));

    private static void Dropout(NodeShapes node)
    {
        node.Set(0, node.Type(0), node.Shape(0));
        node.Set(1, node.Opset < 10 ? node.Type(0) : OnnxElementType.Bool, node.Shape(0));
    }

    private static IReadOnlyList<OnnxDimension>? Combine(
        IReadOnlyList<OnnxDimension>? left, IReadOnlyList<OnnxDimension>? right, Func<OnnxDimension, OnnxDimension, OnnxDimension?> compute)
    {
        if (left is not { Count: > 0 } || right is not { Count: > 0 } || (left.Count != right.Count && left.Count != 1 && right.Count != 1))
        {
            return null;
        }

        OnnxDimension?[] all = [
            .. Enumerable.Range(0, Math.Max(left.Count, right.Count))
                .Select(i => compute(left[left.Count == 1 ? 0 : i], right[right.Count == 1 ? 0 : i]))
        ];
        return all.All(static d => d is not null) ? [.. all.Select(static d => d!.Value)] : null;
    }
}
