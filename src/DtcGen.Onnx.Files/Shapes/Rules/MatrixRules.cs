namespace DtcGen.Onnx;

/// <summary>Matrix products.</summary>
internal static class MatrixRules
{
    public static IEnumerable<(string Operator, OperatorRule Rule)> All() =>
    [
        ("MatMul", new OperatorRule(
            static node => node.Set(0, node.Type(0), Product(node, 0, 1)), static node => ProductCost(node, 0))),
        ("Gemm", new OperatorRule(Gemm, GemmCost)),
        ("Einsum", new OperatorRule(Einsum, EinsumCost)),
    ];

    /// <summary>
    /// The shape of a matrix product as NumPy does it: the leading dimensions broadcast, a vector counts as a matrix
    /// for the while.
    /// </summary>
    public static IReadOnlyList<OnnxDimension>? Product(NodeShapes node, int left, int right)
        => node.Shape(left) is { } a && node.Shape(right) is { } b ? Product(node, a, b) : null;

    /// <summary>As above, of two shapes.</summary>
    public static IReadOnlyList<OnnxDimension>? Product(NodeShapes node, IReadOnlyList<OnnxDimension> a, IReadOnlyList<OnnxDimension> b)
    {
        if (a.Count == 0 || b.Count == 0)
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
    public static OnnxDimension? ProductCost(NodeShapes node, int left)
        => node.Outputs[0].Shape is { } output && node.Shape(left) is { Count: > 0 } a
            ? Shapes.Product(output) * a[^1]
            : (OnnxDimension?)null;

    public static void Gemm(NodeShapes node)
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

    public static OnnxDimension? GemmCost(NodeShapes node)
        => node.Outputs[0].Shape is { } output && node.Shape(0) is { Count: 2 } a
            ? Shapes.Product(output) * a[node.Node.Int("transA", 0) != 0 ? 0 : 1]
            : (OnnxDimension?)null;

    private static void Einsum(NodeShapes node)
        => node.Set(
            0,
            node.Type(0),
            EinsumTerms.Read(node.Node, node.Shape) is { } terms ? [.. terms.Output.Select(letter => terms.Sizes[letter])] : null);

    // Every letter is a loop; each further operand is one multiplication in the innermost.
    private static OnnxDimension? EinsumCost(NodeShapes node)
        => EinsumTerms.Read(node.Node, node.Shape) is { } terms
            ? Shapes.Product(terms.Sizes.Values) * (node.Inputs - 1)
            : (OnnxDimension?)null;
}
