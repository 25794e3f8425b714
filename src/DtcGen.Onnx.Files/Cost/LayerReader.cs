using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Describes a graph's nodes one after the other, and remembers which stored tensors have been told of.</summary>
internal sealed class LayerReader
{
    private readonly OnnxModel _model;
    private readonly OnnxShapes _shapes;
    private readonly OnnxShapes _oneSample;
    private readonly Dictionary<string, TensorProto> _untold;
    private readonly HashSet<string> _stored;

    public LayerReader(OnnxModel model, OnnxShapes shapes, OnnxShapes oneSample)
    {
        (_model, _shapes, _oneSample) = (model, shapes, oneSample);
        _untold = model.Proto.Graph.Initializer.ToDictionary(static t => t.Name, StringComparer.Ordinal);
        _stored = [.. _untold.Keys];
    }

    public OnnxLayer Read(NodeProto node)
    {
        var rule = OperatorRules.Find(node);
        var domain = ModelCheck.Domain(node.Domain);
        var name = domain.Length == 0 ? node.OpType : $"{domain}.{node.OpType}";
        var (multiplyAdds, unknown) = Cost(node, rule, name);
        return new OnnxLayer(
            node.HasName && node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault() ?? "",
            name,
            [.. AllInputs(node).Where(i => !_stored.Contains(i)).Distinct()],
            [.. node.Output.Where(static o => o.Length > 0).Select(Output)],
            [.. Tensors(node).Select(Describe)],
            multiplyAdds,
            unknown,
            node.Output.Count > 0 && node.Output.All(o => _oneSample.IsShapeArithmetic(o)));
    }

    public IReadOnlyList<OnnxWeight> Unused() => [.. _untold.Values.Select(Describe)];

    private OnnxWeight Describe(TensorProto tensor) => StoredWeights.Describe(tensor, _model.Data);

    private (long? MultiplyAdds, string? Unknown) Cost(NodeProto node, OperatorRule? rule, string name)
    {
        if (rule is null)
        {
            var why = node.InnerGraphs().Any()
                ? $"{name} holds a graph, and how often it runs is not in the file"
                : $"the operator {name} is not known";
            return (null, why);
        }

        if (rule.Cost is null)
        {
            return (0, null);
        }

        var count = rule.Cost(node, value => _oneSample.Find(value)?.Shape);
        return count is null ? (null, "a shape that it depends on is not known") : (count, null);
    }

    private OnnxLayerOutput Output(string name)
    {
        var known = _shapes.Known(name);
        return new OnnxLayerOutput(name, known.ElementType, known.Shape);
    }

    /// <summary>The stored tensors that nothing before this node has used, and those inside it.</summary>
    private IEnumerable<TensorProto> Tensors(NodeProto node)
    {
        foreach (var input in AllInputs(node))
        {
            if (_untold.Remove(input, out var tensor))
            {
                yield return tensor;
            }
        }

        // What a ConstantOfShape fills its output with is a setting, not a weight.
        IEnumerable<AttributeProto> attributes = node.OpType == "ConstantOfShape" ? [] : node.Attribute;
        foreach (var tensor in attributes.SelectMany(static a => a.T is { } one ? a.Tensors.Append(one) : a.Tensors)
            .Concat(node.InnerGraphs().SelectMany(static g => g.Initializer))
            .Concat(node.InnerGraphs().SelectMany(static g => g.Node).SelectMany(Tensors)))
        {
            yield return tensor;
        }
    }

    // A graph inside a node also sees the values around the node.
    private IEnumerable<string> AllInputs(NodeProto node)
        => node.Input.Where(static i => i.Length > 0).Concat(node.InnerGraphs().SelectMany(g =>
        {
            var inner = g.Input
                .Select(static i => i.Name)
                .Concat(g.Initializer.Select(static t => t.Name))
                .Concat(g.Node.SelectMany(static n => n.Output))
                .ToHashSet(StringComparer.Ordinal);
            return g.Node.SelectMany(AllInputs).Concat(g.Output.Select(static o => o.Name)).Where(i => !inner.Contains(i));
        }));
}
