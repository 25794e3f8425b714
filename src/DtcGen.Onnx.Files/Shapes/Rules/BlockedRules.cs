namespace DtcGen.Onnx;

/// <summary>
/// ONNX Runtime's operators on images whose channels lie in blocks. The shapes stay [batch, channels, rows, columns], with the
/// channels filled up to whole blocks of 8 or 16, as the processor has it.
/// </summary>
internal static class BlockedRules
{
    public const string Domain = "com.microsoft.nchwc";

    private const int LargestBlock = 16;

    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("Conv", new OperatorRule(
            static node => node.Set(0, node.Type(0), ConvolutionRules.Convolution(node, 1)),
            static node => ConvolutionRules.ConvolutionCost(node, 1))),
        ("MaxPool", new OperatorRule(ConvolutionRules.Pool)),
        ("AveragePool", new OperatorRule(ConvolutionRules.Pool)),
        ("GlobalMaxPool", new OperatorRule(ConvolutionRules.GlobalPool)),
        ("GlobalAveragePool", new OperatorRule(ConvolutionRules.GlobalPool)),
        ("ReorderInput", new OperatorRule(In)),
        ("ReorderOutput", new OperatorRule(Out)),
        ("Upsample", new OperatorRule(static node => node.Set(
            0,
            node.Type(0),
            node.Shape(0) is { } x && node.Node.Ints("scales") is { } scales && scales.Length == x.Count
                ? [.. x.Zip(scales, static (d, scale) => d * scale)]
                : null))),
    ];

    private static void In(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { Count: > 1 } x)
        {
            var last = node.Node.Int("channels_last", 0) != 0;
            var channels = last ? x[^1] : x[1];
            var whole = channels.Value % LargestBlock == 0 ? channels : node.UnknownDimension();
            shape = [x[0], whole, .. last ? x.Skip(1).SkipLast(1) : x.Skip(2)];
        }

        node.Set(0, node.Type(0), shape);
    }

    private static void Out(NodeShapes node)
    {
        IReadOnlyList<OnnxDimension>? shape = null;
        if (node.Shape(0) is { Count: > 1 } x && node.Node.Int("channels", 0) is > 0 and long channels)
        {
            shape = node.Node.Int("channels_last", 0) != 0 ? [x[0], .. x.Skip(2), channels] : [x[0], channels, .. x.Skip(2)];
        }

        node.Set(0, node.Type(0), shape);
    }
}
