using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// The rules about shapes: those of a node's inputs go together as its operator wants, and what the file declares is what
/// comes out. A dimension that only the run tells breaks nothing.
/// </summary>
internal static class ShapeCheck
{
    public static void Check(ModelProto model, Findings findings)
    {
        var declared = new Dictionary<string, ValueInfoProto>(StringComparer.Ordinal);
        foreach (var info in model.Graph.ValueInfo.Concat(model.Graph.Output))
        {
            declared[info.Name] = info;
        }

        new ShapeInference(model, new Dictionary<string, long>()) { Visited = Visit, CountsCost = false }.Run();

        void Visit(NodeShapes node)
        {
            var location = NodeCheck.Location(node.Node);
            if (ShapeFits.Find(node.Node) is { } fits && fits(node) is { } problem)
            {
                findings.Broken(OnnxRules.NodeShape, problem, location);
            }

            for (var i = 0; i < node.Outputs.Count; i++)
            {
                if (declared.TryGetValue(node.Node.Output[i], out var info) && ValueInfos.Shape(info) is { } said
                    && node.Outputs[i].Shape is { } made && !Fit(said, made))
                {
                    findings.Broken(
                        OnnxRules.Declared,
                        $"The file declares its shape as [{string.Join(", ", said)}], and {location} makes " +
                        $"[{string.Join(", ", made)}]. Correct what is declared.",
                        info.Name);
                }
            }
        }
    }

    private static bool Fit(IReadOnlyList<OnnxDimension> said, IReadOnlyList<OnnxDimension> made)
        => said.Count == made.Count
            && said.Zip(made).All(static d => d.First.Value is not long a || d.Second.Value is not long b || a == b);
}
