using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>
/// Goes through a model's nodes in order and gathers what is known of each value, and what each node costs. What goes
/// wrong in a node's rule makes that node's outputs unknown and nothing else.
/// </summary>
internal sealed class ShapeInference(ModelProto model, IReadOnlyDictionary<string, long> dimensions)
{
    private readonly UnknownDimensions _unknown = new();
    private readonly Dictionary<(string Domain, string Name, string Overload), FunctionProto> _functions = [];
    private int _bodyNodes;

    /// <summary>Told of each node of the model's own graph once its rule has run.</summary>
    public Action<NodeShapes>? Visited { get; init; }

    /// <summary>Whether it is asked what nodes cost; otherwise all are free.</summary>
    public bool CountsCost { get; init; } = true;

    /// <summary>What is known of the model's values, and of its nodes in their order.</summary>
    public (IReadOnlyDictionary<string, KnownValue> Known, IReadOnlyList<NodeFacts> Nodes) Run()
    {
        foreach (var function in model.Functions)
        {
            _functions.TryAdd((ModelCheck.Domain(function.Domain), function.Name, function.Overload), function);
        }

        var scope = new ShapeScope(null, Opset(model.OpsetImport) ?? OnnxOpsets.Newest);
        foreach (var input in model.Graph.Input)
        {
            scope.Set(input.Name, Declared(input, ValueInfos.InputShape(input)));
        }

        Enter(model.Graph, scope);
        return (scope.Own, [.. model.Graph.Node.Select(node => Visit(node, scope, 0))]);
    }

    /// <summary>Goes through a graph inside a node.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="outer">What surrounds it.</param>
    /// <param name="inputs">What its inputs are.</param>
    /// <param name="depth">How deep it lies.</param>
    /// <returns>What is known of its outputs, and what one run of it costs.</returns>
    /// <exception cref="ShapeUnknownException">It lies too deep, or too much has been gone through.</exception>
    public (KnownValue[] Outputs, NodeFacts Facts) Body(GraphProto graph, ShapeScope outer, IReadOnlyList<KnownValue> inputs, int depth)
    {
        Count(graph.Node.Count, depth);
        var scope = outer.Inside();
        for (var i = 0; i < graph.Input.Count; i++)
        {
            scope.Set(graph.Input[i].Name, (i < inputs.Count ? inputs[i] : KnownValue.Nothing).Or(Declared(graph.Input[i])));
        }

        Enter(graph, scope);
        var facts = NodeFacts.Sum([.. graph.Node.Select(node => (NodeCheck.Location(node), Visit(node, scope, depth)))]);
        return ([.. graph.Output.Select(o => scope.Known(o.Name))], facts);
    }

    public OnnxDimension UnknownDimension() => _unknown.Next();

    private static long? Opset(IEnumerable<OperatorSetIdProto> imports)
        => imports.FirstOrDefault(static o => ModelCheck.Domain(o.Domain).Length == 0)?.Version;

    private void Count(int nodes, int depth)
    {
        _bodyNodes += Math.Min(nodes, ShapeLimits.BodyNodes) + 1;
        if (depth > ShapeLimits.Depth)
        {
            throw new ShapeUnknownException($"it lies more than {ShapeLimits.Depth} bodies deep");
        }

        if (_bodyNodes > ShapeLimits.BodyNodes)
        {
            throw new ShapeUnknownException($"the file's bodies come to more than {ShapeLimits.BodyNodes} nodes");
        }
    }

    private void Enter(GraphProto graph, ShapeScope scope)
    {
        scope.Declare(graph.ValueInfo.Concat(graph.Output));
        foreach (var tensor in graph.Initializer)
        {
            scope.Store(tensor.Name, tensor);
            scope.Set(tensor.Name, tensor.Known());
        }

        foreach (var sparse in graph.SparseInitializer)
        {
            scope.Set(sparse.Values?.Name ?? "", sparse.Known());
        }
    }

    private NodeFacts Visit(NodeProto given, ShapeScope scope, int depth)
    {
        var node = given;
        NodeShapes? shapes = null;
        NodeFacts? facts = null;
        string? failed = null;
        try
        {
            node = scope.Resolve(given);
            shapes = new NodeShapes(node, scope.Opset, scope, _unknown);
            facts = Infer(shapes, scope, depth);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One node's fault is not the others'.
            failed = e.Message;
            shapes?.Forget();
        }

        if (depth == 0 && failed is null)
        {
            Visited?.Invoke(shapes!);
        }

        if (node.OpType == "Constant" && node.Find("value")?.T is { } tensor && node.Output.Count > 0)
        {
            scope.Store(node.Output[0], tensor);
        }

        for (var i = 0; i < node.Output.Count; i++)
        {
            var value = Followed(shapes?.Outputs[i] ?? KnownValue.Nothing);
            value = scope.Declared(node.Output[i]) is { } info ? value.Or(Declared(info)) : value;
            shapes?.Settle(i, value);
            if (node.Output[i].Length > 0)
            {
                scope.Set(node.Output[i], value);
            }
        }

        return facts ?? (CountsCost ? Cost(node, shapes, failed) : NodeFacts.Free);
    }

    /// <summary>Infers what a node makes; what it costs too, where that comes from the same bodies.</summary>
    private NodeFacts? Infer(NodeShapes shapes, ShapeScope scope, int depth)
    {
        if (OperatorRules.Find(shapes.Node) is { } rule)
        {
            rule.Shape(shapes);
            return null;
        }

        if (BodyRules.Find(shapes.Node) is { } body)
        {
            return body(new BodyInference(this, shapes, scope, depth + 1));
        }

        var name = (ModelCheck.Domain(shapes.Node.Domain), shapes.Node.OpType, shapes.Node.Overload);
        return _functions.TryGetValue(name, out var function) ? Call(function, shapes, depth + 1) : null;
    }

    private static NodeFacts Cost(NodeProto node, NodeShapes? shapes, string? failed)
    {
        if (OperatorRules.Find(node) is not { } rule)
        {
            return new NodeFacts(null, failed ?? $"the operator {node.FullName()} is not known", failed);
        }

        if (rule.Cost is null)
        {
            return NodeFacts.Free with { ShapeUnknown = failed };
        }

        try
        {
            return NodeFacts.Of(shapes is null ? null : rule.Cost(shapes), failed);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new NodeFacts(null, e.Message, failed);
        }
    }

    /// <summary>A local function's body with this call's inputs and attributes.</summary>
    private NodeFacts Call(FunctionProto function, NodeShapes call, int depth)
    {
        Count(function.Node.Count, depth);
        var attributes = new Dictionary<string, AttributeProto>(StringComparer.Ordinal);
        foreach (var attribute in function.AttributeProto.Concat(call.Node.Attribute))
        {
            attributes[attribute.Name] = attribute;
        }

        var scope = new ShapeScope(null, Opset(function.OpsetImport) ?? call.Opset, attributes);
        for (var i = 0; i < function.Input.Count; i++)
        {
            scope.Set(function.Input[i], call.Input(i));
        }

        scope.Declare(function.ValueInfo);
        var facts = NodeFacts.Sum([.. function.Node.Select(node => (NodeCheck.Location(node), Visit(node, scope, depth)))]);
        for (var i = 0; i < function.Output.Count; i++)
        {
            call.Set(i, scope.Known(function.Output[i]));
        }

        return facts;
    }

    private KnownValue Declared(ValueInfoProto info) => Declared(info, ValueInfos.Shape(info));

    private KnownValue Declared(ValueInfoProto info, IReadOnlyList<OnnxDimension>? shape) => new(
        (OnnxElementType)(info.Type?.TensorType?.ElemType ?? 0),
        shape is { Count: <= ShapeLimits.Dimensions } ? [.. shape.Select(Bound)] : null);

    private OnnxDimension Bound(OnnxDimension dimension)
        => dimension.IsStatic ? dimension
            : dimension.Symbol is null ? _unknown.Next()
            : Followed(dimension.With(dimensions));

    // What arithmetic gave up gets a name of its own, and a number of entries is never negative.
    private OnnxDimension Followed(OnnxDimension dimension) => dimension.IsGivenUp || dimension.Value < 0 ? _unknown.Next() : dimension;

    private KnownValue Followed(KnownValue value)
    {
        if (value.Shape?.Any(static d => d.IsGivenUp || d.Value < 0) != true)
        {
            return value;
        }

        return value with { Shape = [.. value.Shape.Select(Followed)] };
    }
}
