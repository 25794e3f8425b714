using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Goes through a model's nodes in order and gathers what is known of each value.</summary>
internal sealed class ShapeInference(ModelProto model, IReadOnlyDictionary<string, long> dimensions)
{
    private readonly Dictionary<string, KnownValue> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorProto> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueInfoProto> _declared = new(StringComparer.Ordinal);
    private readonly UnknownDimensions _unknown = new();

    /// <summary>The size of inputs' leading dimension where it has neither a size nor a name.</summary>
    public long? UnnamedBatch { get; init; }

    /// <summary>Told of each node once its rule has run.</summary>
    public Action<NodeShapes>? Visited { get; init; }

    public Dictionary<string, KnownValue> Run()
    {
        var graph = model.Graph;
        foreach (var info in graph.ValueInfo.Concat(graph.Output))
        {
            _declared[info.Name] = info;
        }

        foreach (var input in graph.Input)
        {
            _known[input.Name] = Declared(input, UnnamedBatch);
        }

        foreach (var tensor in graph.Initializer)
        {
            _stored[tensor.Name] = tensor;
            _known[tensor.Name] = tensor.Known();
        }

        var opset = model.OpsetImport.FirstOrDefault(static o => ModelCheck.Domain(o.Domain).Length == 0)?.Version ?? OnnxOpsets.Newest;
        foreach (var node in graph.Node)
        {
            Visit(node, opset);
        }

        return _known;
    }

    private void Visit(NodeProto node, long opset)
    {
        var shapes = new NodeShapes(
            node, opset, name => _known.GetValueOrDefault(name) ?? KnownValue.Nothing, name => _stored.GetValueOrDefault(name), _unknown);
        OperatorRules.Find(node)?.Shape(shapes);
        Visited?.Invoke(shapes);
        if (node.OpType == "Constant" && node.Find("value")?.T is { } tensor && node.Output.Count > 0)
        {
            _stored[node.Output[0]] = tensor;
        }

        for (var i = 0; i < node.Output.Count; i++)
        {
            var inferred = shapes.Outputs[i];
            _known[node.Output[i]] = _declared.TryGetValue(node.Output[i], out var info) ? inferred.Or(Declared(info)) : inferred;
        }
    }

    private KnownValue Declared(ValueInfoProto info, long? unnamedBatch = null) => new(
        (OnnxElementType)(info.Type?.TensorType?.ElemType ?? 0),
        ValueInfos.Shape(info) is { } shape ? [.. shape.Select((d, i) => Bound(d, i == 0 ? unnamedBatch : null))] : null);

    private OnnxDimension Bound(OnnxDimension dimension, long? unnamed)
    {
        if (dimension.IsStatic)
        {
            return dimension;
        }

        return dimension.Symbol is not { } symbol ? unnamed ?? _unknown.Next()
            : dimensions.TryGetValue(symbol, out var size) ? size
            : dimension;
    }
}
