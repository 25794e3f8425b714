namespace DtcGen.Onnx;

/// <summary>Losses: one for each sample, or one for all.</summary>
internal static class LossRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("NegativeLogLikelihoodLoss", new OperatorRule(Loss)),
        ("SoftmaxCrossEntropyLoss", new OperatorRule(static node =>
        {
            Loss(node);
            node.Set(1, node.Type(0), node.Shape(0));
        })),
    ];

    private static void Loss(NodeShapes node)
        => node.Set(0, node.Type(0), node.Node.Text("reduction", "mean") == "none" ? node.Shape(1) : []);
}
