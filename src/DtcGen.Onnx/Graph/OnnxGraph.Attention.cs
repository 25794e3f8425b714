namespace DtcGen.Onnx;

// Products of two values, and attention.
public sealed partial class OnnxGraph
{
    /// <summary><c>torch.matmul</c>; leading dimensions broadcast.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [*, n, k], or [k].</param>
    /// <param name="target">Shape [*, k, m], or [k].</param>
    public OnnxValue Matmul(string name, OnnxValue input, OnnxValue target)
    {
        NeedFloating(input, name);
        if (input.Rank == 0 || target.Rank == 0)
        {
            throw new OnnxExportException($"{name}: {input} and {target} are not both at least vectors.");
        }

        var inner = target.Shape[Math.Max(0, target.Rank - 2)];
        if (input.Shape[^1].Value is long a && inner.Value is long b && a != b)
        {
            throw new OnnxExportException($"{name}: {input} and {target} cannot be multiplied: {a} columns meet {b} rows.");
        }

        var leading = Broadcast(name, [.. input.Shape.SkipLast(2)], [.. target.Shape.SkipLast(2)]);
        OnnxDimension[] shape = [.. leading, .. input.Shape.SkipLast(1).TakeLast(1), .. target.Rank == 1 ? [] : target.Shape.TakeLast(1)];
        return Node("MatMul", name, [input, target], input.ElementType, shape);
    }

    /// <summary><c>torch.mm</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [n, k].</param>
    /// <param name="target">Shape [k, m].</param>
    public OnnxValue Mm(string name, OnnxValue input, OnnxValue target) => Matmul(name, input, target);

    /// <summary><c>torch.bmm</c>.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="input">Shape [batch, n, k].</param>
    /// <param name="batch2">Shape [batch, k, m].</param>
    public OnnxValue Bmm(string name, OnnxValue input, OnnxValue batch2) => Matmul(name, input, batch2);

    /// <summary><c>functional.scaled_dot_product_attention</c>, spelt out: softmax(q·kᵀ / √d + mask)·v.</summary>
    /// <param name="name">The last node's name.</param>
    /// <param name="query">Shape [*, queries, d].</param>
    /// <param name="key">Shape [*, keys, d].</param>
    /// <param name="value">Shape [*, keys, features].</param>
    /// <param name="attn_mask">Added to the scores, or (Bool) what may be attended to; broadcasts to [*, queries,
    /// keys]; null for none.</param>
    /// <param name="is_casual">Whether a query sees only the keys up to its own place; both counts must be known when exporting.</param>
    public OnnxValue ScaledDotProductAttention(
        string name, OnnxValue query, OnnxValue key, OnnxValue value, OnnxValue? attn_mask = null, bool is_casual = false)
    {
        if (query.Rank < 2 || query.Shape[^1].Value is not long width)
        {
            throw new OnnxExportException($"{name}: the width of {query} is not known when exporting.");
        }

        var transposed = Transpose($"{name}/Transpose", key, -2, -1);
        var scaled = Mul($"{name}/Scale", query, 1 / Math.Sqrt(width));
        var scores = Matmul($"{name}/Scores", scaled, transposed);
        if (is_casual)
        {
            scores = Masked($"{name}/Causal", scores, CausalMask(name, scores));
        }

        if (attn_mask is not null)
        {
            scores = attn_mask.ElementType == OnnxElementType.Bool
                ? Masked($"{name}/Mask", scores, attn_mask)
                : Add($"{name}/Mask", scores, attn_mask);
        }

        return Matmul(name, Softmax($"{name}/Softmax", scores, -1), value);
    }

    private OnnxValue Masked(string name, OnnxValue scores, OnnxValue mask)
    {
        var shape = Broadcast(name, mask.Shape, scores.Shape);
        return Node("Where", name, [mask, scores, Constant(name, double.NegativeInfinity, scores.ElementType)], scores.ElementType, shape);
    }

    private OnnxValue CausalMask(string name, OnnxValue scores)
    {
        if (scores.Shape[^2].Value is not long queries || scores.Shape[^1].Value is not long keys)
        {
            throw new OnnxExportException(
                $"{name}: a causal mask needs lengths that are known when exporting, and {scores} leaves one open. Export with fixed lengths, or pass attn_mask.");
        }

        return Constant($"causal {queries} {keys}", "causal_mask", n =>
        {
            var mask = new byte[queries * keys];
            for (long q = 0; q < queries; q++)
            {
                mask.AsSpan((int)(q * keys), (int)Math.Min(q + 1, keys)).Fill(1);
            }

            return TensorData.Make(n, OnnxElementType.Bool, [queries, keys], mask);
        });
    }
}
