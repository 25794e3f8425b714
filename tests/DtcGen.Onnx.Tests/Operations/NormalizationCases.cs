using static TorchSharp.torch;

namespace DtcGen.Onnx.Tests;

/// <summary>Normalisations, embedding and attention.</summary>
internal static class NormalizationCases
{
    public static IEnumerable<OperationCase> All()
    {
        var weight = FullyConnectedCases.Numbers(4);
        var bias = FullyConnectedCases.Numbers(4) * 0.3;
        var mean = FullyConnectedCases.Numbers(4) * 0.7;
        var variance = FullyConnectedCases.Numbers(4).abs() + 0.2;
        yield return new(
            "BatchNorm",
            [4, 3, 5],
            (g, x) => g.BatchNorm("n", x, mean, variance, weight, bias),
            x => Reference.batch_norm(x, mean, variance, weight, bias));
        yield return new(
            "BatchNorm 1d",
            [4],
            (g, x) => g.BatchNorm("n", x, mean, variance, weight, bias, 0.01),
            x => Reference.batch_norm(x, mean, variance, weight, bias, eps: 0.01));
        yield return new(
            "BatchNorm plain", [4, 6], (g, x) => g.BatchNorm("n", x, mean, variance), x => Reference.batch_norm(x, mean, variance));

        var plane = FullyConnectedCases.Numbers(3, 4);
        yield return new(
            "LayerNorm", [3, 4], (g, x) => g.LayerNorm("n", x, [4], weight, bias), x => Reference.layer_norm(x, [4], weight, bias));
        yield return new(
            "LayerNorm over two",
            [3, 4],
            (g, x) => g.LayerNorm("n", x, [3, 4], plane, plane, 0.01),
            x => Reference.layer_norm(x, [3, 4], plane, plane, 0.01));
        yield return new("LayerNorm plain", [3, 4], (g, x) => g.LayerNorm("n", x, [4]), x => Reference.layer_norm(x, [4]));
        yield return new(
            "LayerNorm without bias", [3, 4], (g, x) => g.LayerNorm("n", x, [4], weight), x => Reference.layer_norm(x, [4], weight));

        yield return new(
            "GroupNorm", [4, 3, 5], (g, x) => g.GroupNorm("n", x, 2, weight, bias), x => Reference.group_norm(x, 2, weight, bias));
        yield return new(
            "GroupNorm plain", [4, 6], (g, x) => g.GroupNorm("n", x, 4, eps: 0.01), x => Reference.group_norm(x, 4, eps: 0.01));

        var table = FullyConnectedCases.Numbers(10, 4);
        yield return new(
            "Embedding", [5], (g, x) => g.Embedding("e", x, table), x => table.index_select(0, x.reshape(-1)).reshape(x.shape[0], 5, 4))
        {
            ElementType = OnnxElementType.Int64,
            Input = static shape => randint(0, 10, shape, ScalarType.Int64),
        };

        var keys = FullyConnectedCases.Numbers(2, 5, 4);
        var values = FullyConnectedCases.Numbers(2, 5, 3);
        yield return new(
            "Attention",
            [2, 5, 4],
            (g, x) => g.ScaledDotProductAttention("a", x, x, x),
            x => Reference.scaled_dot_product_attention(x, x, x));
        yield return new(
            "Attention to others",
            [2, 6, 4],
            (g, x) => g.ScaledDotProductAttention("a", x, g.Parameter("k", keys), g.Parameter("v", values)),
            x => Reference.scaled_dot_product_attention(x, keys.expand(x.shape[0], 2, 5, 4), values.expand(x.shape[0], 2, 5, 3)));
        yield return new(
            "Attention causal",
            [2, 5, 4],
            (g, x) => g.ScaledDotProductAttention("a", x, x, x, null, true),
            x => Reference.scaled_dot_product_attention(x, x, x, is_casual: true));
        var added = FullyConnectedCases.Numbers(5, 5);
        yield return new(
            "Attention with scores added",
            [2, 5, 4],
            (g, x) => g.ScaledDotProductAttention("a", x, x, x, g.Parameter("m", added)),
            x => Reference.scaled_dot_product_attention(x, x, x, added));
        var allowed = FullyConnectedCases.Numbers(5, 5) > -0.5;
        yield return new(
            "Attention with a mask",
            [2, 5, 4],
            (g, x) => g.ScaledDotProductAttention("a", x, x, x, g.Parameter("m", allowed)),
            x => Reference.scaled_dot_product_attention(x, x, x, allowed));
    }
}
