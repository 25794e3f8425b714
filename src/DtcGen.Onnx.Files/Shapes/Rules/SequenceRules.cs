namespace DtcGen.Onnx;

/// <summary>Sequences, optional values and texts. They do no products; what lies in a sequence is not followed.</summary>
internal static class SequenceRules
{
    private static readonly string[] NotFollowed =
    [
        "ConcatFromSequence", "Optional", "OptionalGetElement", "SequenceAt", "SequenceConstruct", "SequenceEmpty", "SequenceErase",
        "SequenceInsert", "SplitToSequence",
    ];

    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        .. NotFollowed.Select(static name => (name, new OperatorRule(static _ => { }))),
        ("SequenceLength", new OperatorRule(static node => node.Set(0, OnnxElementType.Int64, []))),
        ("OptionalHasElement", new OperatorRule(static node => node.Set(0, OnnxElementType.Bool, []))),
        ("StringConcat", new OperatorRule(static node => ElementwiseRules.Broadcast(node, OnnxElementType.String))),
        ("RegexFullMatch", new OperatorRule(static node => node.Set(0, OnnxElementType.Bool, node.Shape(0)))),
        ("StringSplit", new OperatorRule(static node =>
        {
            node.Set(0, OnnxElementType.String, node.Shape(0) is { } x ? [.. x, node.UnknownDimension()] : null);
            node.Set(1, OnnxElementType.Int64, node.Shape(0));
        })),
        ("StringNormalizer", new OperatorRule(static node => node.Set(
            0, OnnxElementType.String, node.Shape(0) is { Count: > 0 } x ? [.. x.SkipLast(1), node.UnknownDimension()] : null))),
        ("TfIdfVectorizer", new OperatorRule(static node => node.Set(
            0,
            OnnxElementType.Float,
            node.Shape(0) is { Count: 1 or 2 } x && node.Node.Find("ngram_indexes") is { Ints.Count: > 0 } indexes
                ? [.. x.SkipLast(1), (OnnxDimension)indexes.Ints.Max() + 1]
                : null))),
    ];
}
