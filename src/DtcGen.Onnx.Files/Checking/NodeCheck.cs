using DtcGen.Onnx.Proto;
using Google.Protobuf.Collections;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx;

/// <summary>The rules about a node and its operator.</summary>
internal sealed class NodeCheck(OperatorLookup operators, Findings findings)
{
    // What an attribute can hold, and how it is told that one does.
    private static readonly (AttributeType Type, Func<AttributeProto, bool> IsHeld)[] Contents =
    [
        (AttributeType.Float, static a => a.HasF),
        (AttributeType.Int, static a => a.HasI),
        (AttributeType.String, static a => a.HasS),
        (AttributeType.Tensor, static a => a.T is not null),
        (AttributeType.Graph, static a => a.G is not null),
        (AttributeType.Floats, static a => a.Floats.Count > 0),
        (AttributeType.Ints, static a => a.Ints.Count > 0),
        (AttributeType.Strings, static a => a.Strings.Count > 0),
        (AttributeType.Tensors, static a => a.Tensors.Count > 0),
        (AttributeType.Graphs, static a => a.Graphs.Count > 0),
        (AttributeType.SparseTensor, static a => a.SparseTensor is not null),
        (AttributeType.SparseTensors, static a => a.SparseTensors.Count > 0),
        (AttributeType.TypeProto, static a => a.Tp is not null),
        (AttributeType.TypeProtos, static a => a.TypeProtos.Count > 0),
    ];

    /// <summary>The function whose body the nodes are in; null in the model's graph.</summary>
    public string? Within { get; init; }

    /// <summary>How a finding names a node: by its name, else by what it makes.</summary>
    public static string Location(NodeProto node)
        => $"{node.OpType} {(node.HasName && node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault() ?? "without a name")}";

    /// <summary>As above, with the function that the node is in.</summary>
    public string Place(NodeProto node) => Within is null ? Location(node) : $"{Within}, {Location(node)}";

    public void Check(NodeProto node)
    {
        var location = Place(node);
        var domain = ModelCheck.Domain(node.Domain);
        if (operators.Opset(domain) is not long opset)
        {
            findings.Broken(
                OnnxRules.Operator, $"Its domain {Name(domain)} is not among the model's operator sets. Add it to opset_import.", location);
            return;
        }

        foreach (var same in Repeated.Of(node.Attribute.Select(static a => a.Name)))
        {
            findings.Broken(OnnxRules.Attribute, $"Attribute {same.Key} is given {same.Count()} times.", location);
        }

        foreach (var attribute in node.Attribute)
        {
            CheckValue(attribute, location);
        }

        if (operators.IsFunction(node))
        {
            return;
        }

        if (!OperatorTable.Domains.TryGetValue(domain, out var newest))
        {
            NotKnown($"Domain {domain} is not known: its operator {node.OpType} is not checked.", location);
            return;
        }

        if (opset > newest)
        {
            return; // That the whole set is too new is said once, for the model.
        }

        switch (OperatorTable.Find(domain, node.OpType, opset))
        {
            case { Status: OperatorStatus.InForce } schema:
                CheckAgainst(schema, node, location);
                break;
            case { Status: OperatorStatus.NameAlone }:
                NotKnown($"{Name(domain)}.{node.OpType} is ONNX Runtime's own and known by name alone: it is not checked.", location);
                break;
            case null when domain.StartsWith("com.microsoft", StringComparison.Ordinal):
                NotKnown($"{Name(domain)}.{node.OpType} is not among the operators of ONNX Runtime that are known.", location);
                break;
            default:
                findings.Broken(
                    OnnxRules.Operator, $"Operator set {opset} has no operator {node.OpType}.{Hint(domain, node.OpType)}", location);
                break;
        }
    }

    private static string Name(string domain) => domain.Length > 0 ? domain : "ai.onnx";

    private static string Hint(string domain, string name) => OperatorTable.All(domain, name) switch
    {
        [] => "",
        [.., { Status: OperatorStatus.Withdrawn } last] => $" It was withdrawn with set {last.Since}.",
        [var first, ..] => $" It came with set {first.Since}.",
    };

    private void CheckAgainst(OperatorSchema schema, NodeProto node, string location)
    {
        CheckCount(OnnxRules.Inputs, "input", node.Input, schema.Inputs, location);
        CheckCount(OnnxRules.Outputs, "output", node.Output, schema.Outputs, location);
        CheckAttributes(node, schema, location);
    }

    private void CheckCount(
        string rule, string kind, RepeatedField<string> names, IReadOnlyList<OperatorValue> values, string location)
    {
        var (count, fewest, most) = (names.Count, OperatorSchema.Fewest(values), OperatorSchema.Most(values));
        if (count < fewest || count > most)
        {
            var range = fewest == most ? $"{fewest}" : most == int.MaxValue ? $"at least {fewest}" : $"{fewest} to {most}";
            findings.Broken(rule, $"It has {count} {kind}s, and the operator has {range}.", location);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            if (names[i].Length == 0 && i < values.Count && values[i].Kind == OperatorValueKind.Required)
            {
                findings.Broken(rule, $"The required {kind} {values[i].Name} is left out.", location);
            }
        }
    }

    private void CheckAttributes(NodeProto node, OperatorSchema schema, string location)
    {
        foreach (var attribute in node.Attribute)
        {
            if (!schema.Attributes.TryGetValue(attribute.Name, out var expected))
            {
                findings.Broken(OnnxRules.Attribute, $"The operator has no attribute {attribute.Name} in this operator set.", location);
            }
            else if (attribute.Type != expected.Type)
            {
                findings.Broken(
                    OnnxRules.AttributeType,
                    $"Attribute {attribute.Name} is of type {attribute.Type}, and the operator wants {expected.Type}.",
                    location);
            }
        }

        if (schema is { Name: "Constant", Attributes.Count: > 1 } && node.Attribute.Count != 1)
        {
            findings.Broken(OnnxRules.Attribute, $"It has {node.Attribute.Count} attributes, and a constant has one: its value.", location);
        }

        foreach (var missing in schema.Attributes
            .Where(static a => a.Value.Required)
            .Select(static a => a.Key)
            .Except(node.Attribute.Select(static a => a.Name)))
        {
            findings.Broken(OnnxRules.Attribute, $"The required attribute {missing} is missing.", location);
        }
    }

    /// <summary>An attribute holds a value of the type it says, and no other.</summary>
    private void CheckValue(AttributeProto attribute, string location)
    {
        if (attribute.Name.Length == 0)
        {
            findings.Broken(OnnxRules.Attribute, "An attribute has no name.", location);
        }

        if (attribute.HasRefAttrName && attribute.RefAttrName.Length > 0)
        {
            return;
        }

        AttributeType[] found = [.. Contents.Where(content => content.IsHeld(attribute)).Select(static content => content.Type)];
        var list = attribute.Type is AttributeType.Floats or AttributeType.Ints or AttributeType.Strings or AttributeType.Tensors
            or AttributeType.Graphs or AttributeType.SparseTensors or AttributeType.TypeProtos;
        if (attribute.Type == AttributeType.Undefined || found.Any(t => t != attribute.Type) || (found.Length == 0 && !list))
        {
            var holds = found.Length == 0 ? "nothing" : string.Join(" and ", found);
            findings.Broken(OnnxRules.AttributeType, $"Attribute {attribute.Name} says type {attribute.Type} and holds {holds}.", location);
        }
    }

    private void NotKnown(string message, string location) => findings.NotKnown(OnnxRules.Operator, message, location);
}
