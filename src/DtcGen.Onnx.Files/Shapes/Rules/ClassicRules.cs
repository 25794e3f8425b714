namespace DtcGen.Onnx;

/// <summary>Operators of classical learning: rows of features in, labels and scores out.</summary>
internal static class ClassicRules
{
    public const string Domain = "ai.onnx.ml";

    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Binarizer", new OperatorRule(ElementwiseRules.Like)),
        ("Imputer", new OperatorRule(ElementwiseRules.Like)),
        ("Normalizer", new OperatorRule(static node => node.Set(0, OnnxElementType.Float, node.Shape(0)))),
        ("Scaler", new OperatorRule(static node => node.Set(0, OnnxElementType.Float, node.Shape(0)))),
        ("LabelEncoder", new OperatorRule(static node => node.Set(0, LabelType(node), node.Shape(0)))),
        ("CategoryMapper", new OperatorRule(static node => node.Set(
            0, node.Type(0) == OnnxElementType.String ? OnnxElementType.Int64 : OnnxElementType.String, node.Shape(0)))),
        ("ArrayFeatureExtractor", new OperatorRule(static node => node.Set(
            0,
            node.Type(0),
            node.Shape(0) is { Count: > 1 } x && node.Shape(1) is { } chosen ? [.. x.SkipLast(1), Shapes.Product(chosen)] : null))),
        ("OneHotEncoder", new OperatorRule(static node => node.Set(
            0,
            OnnxElementType.Float,
            node.Shape(0) is { } x
                && (node.Node.Find("cats_int64s")?.Ints.Count ?? node.Node.Find("cats_strings")?.Strings.Count) is int many
                ? [.. x, many]
                : null))),
        ("LinearRegressor", new OperatorRule(
            static node => node.Set(
                0, OnnxElementType.Float, node.Shape(0) is [var rows, _] ? [rows, node.Node.Int("targets", 1)] : null),
            LinearCost)),
        ("LinearClassifier", new OperatorRule(
            static node =>
            {
                var labels = node.Node.Find("classlabels_strings") is { Strings.Count: > 0 }
                    ? OnnxElementType.String
                    : OnnxElementType.Int64;
                IReadOnlyList<OnnxDimension>? shape = node.Shape(0) is [var rows, _] ? [rows] : null;
                node.Set(0, labels, shape);
                node.Set(1, OnnxElementType.Float, shape is null ? null : [shape[0], node.UnknownDimension()]);
            },
            LinearCost)),
    ];

    private static OnnxElementType LabelType(NodeShapes node)
        => node.Node.Find("values_tensor")?.T is { } tensor ? tensor.ElementType()
            : node.Node.Find("values_strings") is { Strings.Count: > 0 } ? OnnxElementType.String
            : node.Node.Find("values_int64s") is { Ints.Count: > 0 } ? OnnxElementType.Int64
            : node.Node.Find("values_floats") is { Floats.Count: > 0 } ? OnnxElementType.Float
            : OnnxElementType.Undefined;

    private static OnnxDimension? LinearCost(NodeShapes node)
        => node.Shape(0) is [var rows, _] && node.Node.Find("coefficients") is { } weights
            ? rows * weights.Floats.Count
            : (OnnxDimension?)null;
}
