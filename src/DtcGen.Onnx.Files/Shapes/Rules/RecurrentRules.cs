namespace DtcGen.Onnx;

/// <summary>Recurrent layers: X [steps, batch, features], W [directions, gates · hidden, features].</summary>
internal static class RecurrentRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("LSTM", new OperatorRule(Recur, Cost)),
        ("GRU", new OperatorRule(Recur, Cost)),
        ("RNN", new OperatorRule(Recur, Cost)),
    ];

    private static void Recur(NodeShapes node)
    {
        var type = node.Type(0);
        if (node.Shape(0) is not [var first, var second, _] || node.Shape(1) is not [var directions, _, _]
            || node.Shape(2) is not [_, _, var hidden])
        {
            node.Set(0, type, null);
            return;
        }

        var batchFirst = node.Node.Int("layout", 0) != 0;
        var (steps, batch) = batchFirst ? (second, first) : (first, second);
        OnnxDimension[] last = batchFirst ? [batch, directions, hidden] : [directions, batch, hidden];
        node.Set(0, type, batchFirst ? [batch, steps, directions, hidden] : [steps, directions, batch, hidden]);
        node.Set(1, type, last);
        node.Set(2, type, last);
    }

    // At each step every sample meets all weights that lead in and all that lead around.
    private static OnnxDimension? Cost(NodeShapes node)
        => node.Shape(0) is [var first, var second, _] && node.Shape(1) is { } into && node.Shape(2) is { } around
            ? first * second * (Shapes.Product(into) + Shapes.Product(around))
            : (OnnxDimension?)null;
}
