using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The rules about a graph and the values in it; graphs inside nodes are checked with what surrounds them in view.</summary>
internal sealed class GraphCheck(NodeCheck nodes, TensorCheck tensors, List<OnnxFinding> findings)
{
    public void Check(GraphProto graph, IReadOnlySet<string> outer)
    {
        var nested = outer.Count > 0;
        if (string.IsNullOrEmpty(graph.Name))
        {
            Report(OnnxRules.GraphName, "The graph has no name.", "graph");
        }

        CheckTyped(graph.Input, "input", typeNeeded: !nested);
        CheckTyped(graph.Output, "output", typeNeeded: !nested);
        CheckTyped(graph.ValueInfo, "value_info", typeNeeded: false);
        CheckUnique(OnnxRules.UniqueName, graph.Input.Select(static v => v.Name), "input");
        CheckUnique(OnnxRules.UniqueName, graph.Output.Select(static v => v.Name), "output");
        CheckUnique(OnnxRules.UniqueName, graph.Initializer.Select(static t => t.Name), "initializer");
        CheckUnique(OnnxRules.NodeName, graph.Node.Select(static n => n.Name).Where(static n => n.Length > 0), "node");

        // Old files list initializers among the inputs too, so the two may share names.
        var made = new HashSet<string>(graph.Input.Select(static v => v.Name), StringComparer.Ordinal);
        foreach (var tensor in graph.Initializer)
        {
            made.Add(tensor.Name);
            if (tensor.Name.Length == 0)
            {
                Report(OnnxRules.UniqueName, "A stored tensor has no name.", "initializer");
            }

            tensors.Check(tensor, tensor.Name);
        }

        foreach (var node in graph.Node)
        {
            CheckNode(node, made, outer);
        }

        foreach (var output in graph.Output.Where(o => !made.Contains(o.Name) && !outer.Contains(o.Name)))
        {
            Report(OnnxRules.Output, "Nothing makes this output.", output.Name);
        }
    }

    private void CheckNode(NodeProto node, HashSet<string> made, IReadOnlySet<string> outer)
    {
        var location = NodeCheck.Location(node);
        foreach (var input in node.Input.Where(i => i.Length > 0 && !made.Contains(i) && !outer.Contains(i)))
        {
            Report(OnnxRules.Order, $"Input {input} is not made by anything before this node.", location);
        }

        nodes.Check(node);
        foreach (var attribute in node.Attribute)
        {
            CheckContent(attribute, made, outer, location);
        }

        foreach (var output in node.Output.Where(static o => o.Length > 0))
        {
            if (!made.Add(output) || outer.Contains(output))
            {
                Report(OnnxRules.SingleAssignment, $"Output {output} is made already.", location);
            }
        }
    }

    private void CheckContent(AttributeProto attribute, HashSet<string> made, IReadOnlySet<string> outer, string location)
    {
        var where = $"{location}, {attribute.Name}";
        foreach (var tensor in attribute.Tensors.Concat(attribute.T is { } one ? [one] : []))
        {
            tensors.Check(tensor, where);
        }

        var graphs = attribute.Graphs.Concat(attribute.G is { } inner ? [inner] : []);
        foreach (var graph in graphs)
        {
            Check(graph, made.Concat(outer).Append("").ToHashSet(StringComparer.Ordinal));
        }
    }

    private void CheckTyped(IEnumerable<ValueInfoProto> values, string kind, bool typeNeeded)
    {
        foreach (var value in values)
        {
            var location = value.Name.Length > 0 ? value.Name : kind;
            if (value.Name.Length == 0)
            {
                Report(OnnxRules.Type, $"An {kind} has no name.", location);
            }

            var tensor = value.Type?.TensorType;
            var typed = tensor is { ElemType: not 0, Shape: not null }
                || value.Type is { ValueCase: not (TypeProto.ValueOneofCase.None or TypeProto.ValueOneofCase.TensorType) };
            if (typeNeeded && !typed)
            {
                Report(OnnxRules.Type, $"The {kind} has no element type and shape.", location);
            }
            else if (tensor is not null && !TensorCheck.IsKnown(tensor.ElemType))
            {
                Report(OnnxRules.Type, $"Element type {tensor.ElemType} is not known.", location);
            }

            foreach (var dimension in tensor?.Shape?.Dim.Where(static d => d.HasDimValue && d.DimValue < 0) ?? [])
            {
                Report(OnnxRules.Dimension, $"Dimension {dimension.DimValue} is negative.", location);
            }
        }
    }

    private void CheckUnique(string rule, IEnumerable<string> names, string kind)
    {
        foreach (var same in names.GroupBy(static n => n, StringComparer.Ordinal).Where(static g => g.Count() > 1))
        {
            Report(rule, $"{same.Count()} {kind}s have this name.", same.Key);
        }
    }

    private void Report(string rule, string message, string location) => findings.Add(new OnnxFinding(rule, message, location));
}
