using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The rules about a graph and the values in it; graphs inside nodes are checked with what surrounds them in view.</summary>
internal sealed class GraphCheck(NodeCheck nodes, TensorCheck tensors, Findings findings)
{
    /// <param name="graph">The graph.</param>
    /// <param name="outer">What surrounds it; null for the model's own graph, whose inputs and outputs need types.</param>
    public void Check(GraphProto graph, Scope<bool>? outer)
    {
        if (string.IsNullOrEmpty(graph.Name))
        {
            findings.Broken(OnnxRules.GraphName, "The graph has no name.", "graph");
        }

        CheckTyped(graph.Input, "input", typeNeeded: outer is null);
        CheckTyped(graph.Output, "output", typeNeeded: outer is null);
        CheckTyped(graph.ValueInfo, "value_info", typeNeeded: false);
        var sparse = graph.SparseInitializer.Select(static t => t.Values ?? new TensorProto()).ToList();
        CheckUnique(OnnxRules.UniqueName, graph.Input.Select(static v => v.Name), "input");
        CheckUnique(OnnxRules.UniqueName, graph.Output.Select(static v => v.Name), "output");
        CheckUnique(OnnxRules.UniqueName, graph.Initializer.Concat(sparse).Select(static t => t.Name), "initializer");
        CheckUnique(OnnxRules.NodeName, graph.Node.Select(static n => n.Name).Where(static n => n.Length > 0), "node");

        // Old files list initializers among the inputs too, so the two may share names.
        var made = new Scope<bool>(outer);
        foreach (var input in graph.Input)
        {
            made.Set(input.Name, true);
        }

        foreach (var tensor in graph.Initializer.Concat(sparse))
        {
            made.Set(tensor.Name, true);
            if (tensor.Name.Length == 0)
            {
                findings.Broken(OnnxRules.UniqueName, "A stored tensor has no name.", "initializer");
            }
        }

        foreach (var tensor in graph.Initializer)
        {
            tensors.Check(tensor, tensor.Name);
        }

        foreach (var tensor in graph.SparseInitializer)
        {
            tensors.Check(tensor, tensor.Values?.Name ?? "sparse_initializer");
        }

        foreach (var node in graph.Node)
        {
            CheckNode(node, made);
        }

        foreach (var output in graph.Output.Where(o => !made.Contains(o.Name)))
        {
            findings.Broken(OnnxRules.Output, "Nothing makes this output.", output.Name);
        }
    }

    private void CheckNode(NodeProto node, Scope<bool> made)
    {
        var location = nodes.Place(node);
        foreach (var input in node.Input.Where(i => i.Length > 0 && !made.Contains(i)))
        {
            findings.Broken(OnnxRules.Order, $"Input {input} is not made by anything before this node.", location);
        }

        nodes.Check(node);
        foreach (var attribute in node.Attribute)
        {
            CheckContent(attribute, made, location);
        }

        foreach (var output in node.Output.Where(static o => o.Length > 0))
        {
            if (!made.Add(output, true))
            {
                findings.Broken(OnnxRules.SingleAssignment, $"Output {output} is made already.", location);
            }
        }
    }

    private void CheckContent(AttributeProto attribute, Scope<bool> made, string location)
    {
        var where = $"{location}, {attribute.Name}";
        foreach (var tensor in attribute.Tensors.Concat(attribute.T is { } one ? [one] : []))
        {
            tensors.Check(tensor, where);
        }

        foreach (var tensor in attribute.SparseTensors.Concat(attribute.SparseTensor is { } one ? [one] : []))
        {
            tensors.Check(tensor, where);
        }

        foreach (var graph in attribute.Graphs.Concat(attribute.G is { } inner ? [inner] : []))
        {
            Check(graph, made);
        }
    }

    private void CheckTyped(IEnumerable<ValueInfoProto> values, string kind, bool typeNeeded)
    {
        foreach (var value in values)
        {
            var location = value.Name.Length > 0 ? value.Name : kind;
            if (value.Name.Length == 0)
            {
                findings.Broken(OnnxRules.Type, $"An {kind} has no name.", location);
            }

            var tensor = value.Type?.TensorType;
            var typed = tensor is { ElemType: not 0, Shape: not null }
                || value.Type is { ValueCase: not (TypeProto.ValueOneofCase.None or TypeProto.ValueOneofCase.TensorType) };
            if (typeNeeded && !typed)
            {
                findings.Broken(OnnxRules.Type, $"The {kind} has no element type and shape.", location);
            }
            else if (tensor is { ElemType: not 0 } && !TensorCheck.IsKnown(tensor.ElemType))
            {
                findings.Broken(OnnxRules.Type, $"Element type {tensor.ElemType} is not known.", location);
            }

            foreach (var dimension in tensor?.Shape?.Dim.Where(static d => d.HasDimValue && d.DimValue < 0) ?? [])
            {
                findings.Broken(OnnxRules.Dimension, $"Dimension {dimension.DimValue} is negative.", location);
            }
        }
    }

    private void CheckUnique(string rule, IEnumerable<string> names, string kind)
    {
        foreach (var same in Repeated.Of(names))
        {
            findings.Broken(rule, $"{same.Count()} {kind}s have this name.", same.Key);
        }
    }
}
