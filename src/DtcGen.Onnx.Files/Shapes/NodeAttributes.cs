using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Reads a node's attributes.</summary>
internal static class NodeAttributes
{
    /// <summary>The operator, with its domain in front when that is not ONNX's own.</summary>
    public static string FullName(this NodeProto node)
        => ModelCheck.Domain(node.Domain) is { Length: > 0 } domain ? $"{domain}.{node.OpType}" : node.OpType;

    public static AttributeProto? Find(this NodeProto node, string name) => node.Attribute.FirstOrDefault(a => a.Name == name);

    public static long Int(this NodeProto node, string name, long standard) => node.Find(name) is { HasI: true } found ? found.I : standard;

    public static float Float(this NodeProto node, string name, float standard)
        => node.Find(name) is { HasF: true } found ? found.F : standard;

    /// <exception cref="ShapeUnknownException">There are more than any shape needs.</exception>
    public static long[]? Ints(this NodeProto node, string name) => node.Find(name) switch
    {
        null => null,
        { Ints.Count: > ShapeLimits.Numbers } found
            => throw new ShapeUnknownException($"attribute {name} has {found.Ints.Count} entries, and {ShapeLimits.Numbers} are followed"),
        { } found => [.. found.Ints],
    };

    public static string Text(this NodeProto node, string name, string standard)
        => node.Find(name) is { HasS: true } found ? found.S.ToStringUtf8() : standard;

    /// <summary>The graphs inside a node: a branch or a loop's body.</summary>
    public static IEnumerable<GraphProto> InnerGraphs(this NodeProto node)
        => node.Attribute.SelectMany(static a => a.G is { } inner ? a.Graphs.Append(inner) : a.Graphs);
}
