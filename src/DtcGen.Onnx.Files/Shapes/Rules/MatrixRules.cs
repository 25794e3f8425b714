using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Matrix products.</summary>
internal static class MatrixRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("MatMul", new OperatorRule(
            static node => node.Set(0, node.Type(0), Product(node, 0, 1)), static (node, shape) => ProductCost(node, shape, 0))),
        ("Gemm", new OperatorRule(Gemm, GemmCost)),
        ("Einsum", new OperatorRule(Einsum, EinsumCost)),
    ];

    /// <summary>
    /// The shape of a matrix product as NumPy does it: the leading dimensions broadcast, a vector counts as a matrix
    /// for the while.
    /// </summary>
    public static IReadOnlyList<OnnxDimension>? Product(NodeShapes node, int left, int right)
    {
        if (node.Shape(left) is not { Count: > 0 } a || node.Shape(right) is not { Count: > 0 } b)
        {
            return null;
        }

        var leading = Shapes.Broadcast([.. a.SkipLast(2)], [.. b.SkipLast(2)], node.UnknownDimension);
        return leading is null
            ? null
            : [
                .. leading, .. a.Count > 1 ? [a[^2]] : Array.Empty<OnnxDimension>(), .. b.Count > 1 ? [b[^1]] : Array.Empty<OnnxDimension>()
            ];
    }

    /// <summary>Each entry of a product takes as many multiplications as the left input's last dimension.</summary>
    public static long? ProductCost(NodeProto node, Func<string, IReadOnlyList<OnnxDimension>?> shape, int left)
        => shape(node.Output[0]) is { } output && shape(node.Input[left]) is { Count: > 0 } a
            ? Shapes.StaticProduct(output) * a[^1].Value
            : null;

    private static void Gemm(NodeShapes node)
    {
        if (node.Shape(0) is { Count: 2 } a && node.Shape(1) is { Count: 2 } b)
        {
            node.Set(0, node.Type(0), [a[node.Node.Int("transA", 0) != 0 ? 1 : 0], b[node.Node.Int("transB", 0) != 0 ? 0 : 1]]);
        }
        else
        {
            node.Set(0, node.Type(0), null);
        }
    }

    private static long? GemmCost(NodeProto node, Func<string, IReadOnlyList<OnnxDimension>?> shape)
        => shape(node.Output[0]) is { } output && shape(node.Input[0]) is { Count: 2 } a
            ? Shapes.StaticProduct(output) * a[node.Int("transA", 0) != 0 ? 0 : 1].Value
            : null;

    private static void Einsum(NodeShapes node)
        => node.Set(
            0,
            node.Type(0),
            EinsumTerms.Read(node.Node, i => node.Shape(i)) is { } terms ? [.. terms.Output.Select(letter => terms.Sizes[letter])] : null);

    // Every letter is a loop; each further operand is one multiplication in the innermost.
    private static long? EinsumCost(NodeProto node, Func<string, IReadOnlyList<OnnxDimension>?> shape)
        => EinsumTerms.Read(node, i => shape(node.Input[i])) is { } terms
            ? Shapes.StaticProduct(terms.Sizes.Values) * (node.Input.Count - 1)
            : null;
}
