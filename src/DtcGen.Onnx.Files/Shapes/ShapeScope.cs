using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>The values that a graph's nodes see: its own and, inside a node, those around it.</summary>
/// <param name="outer">The graph around it; null for the model's own and for a local function.</param>
/// <param name="opset">The operator set of the default domain.</param>
/// <param name="attributes">A local function's attributes at this call, by name; null outside functions.</param>
internal sealed class ShapeScope(ShapeScope? outer, long opset, IReadOnlyDictionary<string, AttributeProto>? attributes = null)
{
    private readonly Dictionary<string, KnownValue> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorProto> _stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ValueInfoProto> _declared = new(StringComparer.Ordinal);

    public long Opset => opset;

    /// <summary>What is known of its own values.</summary>
    public Dictionary<string, KnownValue> Own => _known;

    public KnownValue Known(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._known.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return KnownValue.Nothing;
    }

    public TensorProto? Stored(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._stored.TryGetValue(name, out var tensor) || scope._known.ContainsKey(name))
            {
                return tensor;
            }
        }

        return null;
    }

    public ValueInfoProto? Declared(string name) => _declared.GetValueOrDefault(name);

    public void Declare(IEnumerable<ValueInfoProto> infos)
    {
        foreach (var info in infos)
        {
            _declared[info.Name] = info;
        }
    }

    public void Store(string name, TensorProto tensor) => _stored[name] = tensor;

    public void Set(string name, KnownValue value) => _known[name] = value;

    /// <summary>The graph inside a node of this one.</summary>
    public ShapeScope Inside() => new(this, opset, attributes);

    /// <summary>A node with the values of those attributes that refer to the function's.</summary>
    public NodeProto Resolve(NodeProto node)
    {
        if (attributes is null || node.Attribute.All(static a => a.RefAttrName.Length == 0))
        {
            return node;
        }

        var resolved = new NodeProto { OpType = node.OpType, Domain = node.Domain, Overload = node.Overload, Name = node.Name };
        resolved.Input.AddRange(node.Input);
        resolved.Output.AddRange(node.Output);
        foreach (var attribute in node.Attribute)
        {
            if (attribute.RefAttrName.Length == 0)
            {
                resolved.Attribute.Add(attribute);
            }
            else if (attributes.TryGetValue(attribute.RefAttrName, out var given))
            {
                var named = given.Clone();
                named.Name = attribute.Name;
                resolved.Attribute.Add(named);
            }
        }

        return resolved;
    }

    private ShapeScope? Outer => outer;
}
