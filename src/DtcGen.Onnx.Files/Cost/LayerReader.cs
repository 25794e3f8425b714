using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Describes a graph's nodes one after the other, and remembers which stored tensors have been told of.</summary>
internal sealed class LayerReader
{
    private readonly IExternalData? _data;
    private readonly OnnxShapes _shapes;
    private readonly OnnxShapes _oneSample;
    private readonly Dictionary<string, Func<OnnxWeight>> _untold = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stored;
    private readonly Dictionary<(string Domain, string Name), FunctionProto[]> _untoldFunctions;
    private int _next;

    public LayerReader(OnnxModel model, OnnxShapes shapes, OnnxShapes oneSample)
    {
        (_data, _shapes, _oneSample) = (model.Data, shapes, oneSample);
        foreach (var tensor in model.Proto.Graph.Initializer)
        {
            _untold.TryAdd(tensor.Name, () => StoredWeights.Describe(tensor, _data));
        }

        foreach (var sparse in model.Proto.Graph.SparseInitializer.Where(static s => s.Values is not null))
        {
            _untold.TryAdd(sparse.Values.Name, () => StoredWeights.Describe(sparse));
        }

        _stored = [.. _untold.Keys];
        _untoldFunctions = model.Proto.Functions
            .GroupBy(static f => (ModelCheck.Domain(f.Domain), f.Name))
            .ToDictionary(static g => g.Key, static g => g.ToArray());
    }

    /// <summary>Describes the node that follows the one described before.</summary>
    public OnnxLayer Read(NodeProto node)
    {
        var place = _next++;
        var facts = _oneSample.Nodes[place];
        var count = facts.MultiplyAdds;
        return new OnnxLayer(
            node.HasName && node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault() ?? "",
            node.FullName(),
            [.. AllInputs(node).Where(i => !_stored.Contains(i)).Distinct()],
            [.. node.Output.Where(static o => o.Length > 0).Select(Output)],
            [.. Weights(node)],
            count?.Value,
            facts.CostUnknown,
            node.Output.Count > 0 && node.Output.All(o => _oneSample.IsShapeArithmetic(o)))
        {
            ShapeUnknown = _shapes.Nodes[place].ShapeUnknown,
            OpenSizes = count?.Names ?? [],
        };
    }

    public IReadOnlyList<OnnxWeight> Unused() => [.. _untold.Values.Select(static describe => describe())];

    private OnnxLayerOutput Output(string name)
    {
        var known = _shapes.Known(name);
        return new OnnxLayerOutput(name, known.ElementType, known.Shape);
    }

    /// <summary>
    /// The stored tensors that nothing before this node has used, those inside it, and those of the local functions that it is
    /// the first to call.
    /// </summary>
    private IEnumerable<OnnxWeight> Weights(NodeProto first)
    {
        foreach (var input in AllInputs(first))
        {
            if (_untold.Remove(input, out var describe))
            {
                yield return describe();
            }
        }

        // No recursion: functions may call each other as deep as the file is long.
        var nodes = new Stack<NodeProto>([first]);
        while (nodes.TryPop(out var node))
        {
            // What a ConstantOfShape fills its output with is a setting, not a weight.
            IEnumerable<AttributeProto> attributes = node.OpType == "ConstantOfShape" ? [] : node.Attribute;
            foreach (var attribute in attributes)
            {
                foreach (var tensor in attribute.T is { } one ? attribute.Tensors.Append(one) : attribute.Tensors)
                {
                    yield return StoredWeights.Describe(tensor, _data);
                }

                foreach (var sparse in attribute.SparseTensor is { } one ? attribute.SparseTensors.Append(one) : attribute.SparseTensors)
                {
                    yield return StoredWeights.Describe(sparse);
                }
            }

            foreach (var graph in node.InnerGraphs())
            {
                foreach (var tensor in graph.Initializer)
                {
                    yield return StoredWeights.Describe(tensor, _data);
                }

                foreach (var sparse in graph.SparseInitializer)
                {
                    yield return StoredWeights.Describe(sparse);
                }
            }

            var inside = node.InnerGraphs().SelectMany(static g => g.Node);
            if (_untoldFunctions.Remove((ModelCheck.Domain(node.Domain), node.OpType), out var functions))
            {
                inside = inside.Concat(functions.SelectMany(static f => f.Node));
            }

            foreach (var next in inside.Reverse())
            {
                nodes.Push(next);
            }
        }
    }

    // A graph inside a node also sees the values around the node.
    private static IEnumerable<string> AllInputs(NodeProto node)
        => node.Input.Where(static i => i.Length > 0).Concat(node.InnerGraphs().SelectMany(static g =>
        {
            var inner = g.Input
                .Select(static i => i.Name)
                .Concat(g.Initializer.Select(static t => t.Name))
                .Concat(g.SparseInitializer.Select(static t => t.Values?.Name ?? ""))
                .Concat(g.Node.SelectMany(static n => n.Output))
                .ToHashSet(StringComparer.Ordinal);
            return g.Node.SelectMany(AllInputs).Concat(g.Output.Select(static o => o.Name)).Where(i => !inner.Contains(i));
        }));
}
