namespace DtcGen.Onnx;

/// <summary>Attention in one operator: [batch, heads, steps, size], or [batch, steps, heads · size].</summary>
internal static class AttentionRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() => [("Attention", new OperatorRule(Attention, Cost))];

    private static void Attention(NodeShapes node)
    {
        if (Sizes(node) is not { } sizes)
        {
            node.Set(0, node.Type(0), null);
            return;
        }

        var (batch, heads, steps, keyHeads, total, size, valueSize) = sizes;
        node.Set(0, node.Type(0), node.Shape(0)!.Count == 4 ? [batch, heads, steps, valueSize] : [batch, steps, heads * valueSize]);
        node.Set(1, node.Type(1), [batch, keyHeads, total, size]);
        node.Set(2, node.Type(2), [batch, keyHeads, total, valueSize]);
        node.Set(3, node.Type(0), [batch, heads, steps, total]);
    }

    // Queries with keys, then shares with values.
    private static OnnxDimension? Cost(NodeShapes node) => Sizes(node) is { } s
        ? s.Batch * s.Heads * s.Steps * s.Total * (s.Size + s.ValueSize)
        : (OnnxDimension?)null;

    private static (OnnxDimension Batch, OnnxDimension Heads, OnnxDimension Steps, OnnxDimension KeyHeads, OnnxDimension Total,
        OnnxDimension Size, OnnxDimension ValueSize)? Sizes(NodeShapes node)
    {
        if (node.Shape(0) is not { } q || node.Shape(1) is not { } k || node.Shape(2) is not { } v
            || k.Count != q.Count || v.Count != q.Count)
        {
            return null;
        }

        var past = node.Has(4) ? node.Shape(4) is [_, _, var length, _] ? length : node.UnknownDimension() : 0;
        if (q.Count == 4)
        {
            return (q[0], q[1], q[2], k[1], k[2] + past, q[3], v[3]);
        }

        var (heads, keyHeads) = (node.Node.Int("q_num_heads", 0), node.Node.Int("kv_num_heads", 0));
        return q.Count == 3 && heads > 0 && keyHeads > 0
            ? (q[0], heads, q[1], keyHeads, k[1] + past, q[2] / heads, v[2] / keyHeads)
            : null;
    }
}
