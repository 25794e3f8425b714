using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Tells what operator a node means, in a graph or a function's body that imports some operator sets.</summary>
/// <param name="opsets">The operator sets by domain; the format's own domain is empty.</param>
/// <param name="functions">The model's own functions.</param>
internal sealed class OperatorLookup(
    IReadOnlyDictionary<string, long> opsets, IReadOnlySet<(string Domain, string Name, string Overload)> functions)
{
    public static OperatorLookup Of(ModelProto model)
        => new(
            Opsets(model.OpsetImport),
            model.Functions.Select(static f => (ModelCheck.Domain(f.Domain), f.Name, f.Overload)).ToHashSet());

    /// <summary>The same functions, with the operator sets that one of them imports.</summary>
    public OperatorLookup In(FunctionProto function) => new(Opsets(function.OpsetImport), functions);

    /// <summary>The operator set of a domain, or null when it is not imported.</summary>
    public long? Opset(string domain) => opsets.TryGetValue(domain, out var opset) ? opset : null;

    /// <summary>Whether a node calls one of the model's own functions.</summary>
    public bool IsFunction(NodeProto node) => functions.Contains((ModelCheck.Domain(node.Domain), node.OpType, node.Overload));

    /// <summary>Whether a domain's operators are known at the set that is imported.</summary>
    public bool IsKnown(string domain)
        => OperatorTable.Domains.TryGetValue(domain, out var newest) && opsets.TryGetValue(domain, out var opset) && opset <= newest;

    /// <summary>The operator's schema, or null where it has none or none that can be relied on.</summary>
    public OperatorSchema? Schema(NodeProto node)
    {
        var domain = ModelCheck.Domain(node.Domain);
        return !IsFunction(node) && IsKnown(domain)
            && OperatorTable.Find(domain, node.OpType, opsets[domain]) is { Status: OperatorStatus.InForce } schema
            ? schema
            : null;
    }

    private static Dictionary<string, long> Opsets(IEnumerable<OperatorSetIdProto> imports)
        => imports.GroupBy(static o => ModelCheck.Domain(o.Domain)).ToDictionary(static g => g.Key, static g => g.First().Version);
}
