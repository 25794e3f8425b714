using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Reads a node's attributes.</summary>
internal static class NodeAttributes
{
    public static AttributeProto? Find(this NodeProto node, string name) => node.Attribute.FirstOrDefault(a => a.Name == name);

    public static long Int(this NodeProto node, string name, long standard) => node.Find(name) is { HasI: true } found ? found.I : standard;

    public static long[]? Ints(this NodeProto node, string name) => node.Find(name) is { } found ? [.. found.Ints] : null;

    public static string Text(this NodeProto node, string name, string standard)
        => node.Find(name) is { HasS: true } found ? found.S.ToStringUtf8() : standard;

    /// <summary>The graphs inside a node: a branch or a loop's body.</summary>
    public static IEnumerable<GraphProto> InnerGraphs(this NodeProto node)
        => node.Attribute.SelectMany(static a => a.G is { } inner ? a.Graphs.Append(inner) : a.Graphs);
}
