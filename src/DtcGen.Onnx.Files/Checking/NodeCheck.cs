using DtcGen.Onnx.Proto;
using Google.Protobuf.Collections;
using static DtcGen.Onnx.Proto.AttributeProto.Types;

namespace DtcGen.Onnx;

/// <summary>The rules about a node and its operator.</summary>
internal sealed class NodeCheck(IReadOnlyDictionary<string, long> opsets, List<OnnxFinding> findings)
{
    /// <summary>How a finding names a node: by its name, else by what it makes.</summary>
    public static string Location(NodeProto node)
        => $"{node.OpType} {(node.HasName && node.Name.Length > 0 ? node.Name : node.Output.FirstOrDefault() ?? "without a name")}";

    public void Check(NodeProto node)
    {
        var location = Location(node);
        var domain = ModelCheck.Domain(node.Domain);
        if (!opsets.TryGetValue(domain, out var opset))
        {
            Report(OnnxRules.Operator, $"Its domain '{domain}' is not among the model's operator sets.", location);
            return;
        }

        foreach (var same in node.Attribute.GroupBy(static a => a.Name).Where(static g => g.Count() > 1))
        {
            Report(OnnxRules.Attribute, $"Attribute {same.Key} is given {same.Count()} times.", location);
        }

        foreach (var attribute in node.Attribute)
        {
            CheckValue(attribute, location);
        }

        if (domain.Length > 0)
        {
            return; // Operators of other domains are their runtimes' own affair.
        }

        if (OperatorTable.Find(node.OpType, opset) is not { } signature)
        {
            Report(OnnxRules.Operator, $"Operator set {opset} has no operator {node.OpType}.", location);
            return;
        }

        CheckCount(OnnxRules.Inputs, "input", node.Input, signature.FewestInputs, signature.MostInputs, location);
        CheckCount(OnnxRules.Outputs, "output", node.Output, signature.FewestOutputs, signature.MostOutputs, location);
        CheckAttributes(node, signature, location);
    }

    private void CheckCount(string rule, string kind, RepeatedField<string> names, int fewest, int most, string location)
    {
        var count = names.Count;
        if (count < fewest || count > most)
        {
            var range = fewest == most ? $"{fewest}" : most == int.MaxValue ? $"at least {fewest}" : $"{fewest} to {most}";
            Report(rule, $"It has {count} {kind}s, and the operator has {range}.", location);
        }
        else if (names.Take(fewest).Any(static n => n.Length == 0) && most != int.MaxValue)
        {
            Report(rule, $"A required {kind} is left out.", location);
        }
    }

    private void CheckAttributes(NodeProto node, OperatorSignature signature, string location)
    {
        foreach (var attribute in node.Attribute)
        {
            if (!signature.Attributes.TryGetValue(attribute.Name, out var expected))
            {
                Report(OnnxRules.Attribute, $"The operator has no attribute {attribute.Name}.", location);
            }
            else if (attribute.Type != expected.Type)
            {
                Report(
                    OnnxRules.AttributeType,
                    $"Attribute {attribute.Name} is of type {attribute.Type}, and the operator wants {expected.Type}.",
                    location);
            }
        }

        foreach (var missing in signature.Attributes
            .Where(static a => a.Value.Required)
            .Select(static a => a.Key)
            .Except(node.Attribute.Select(static a => a.Name)))
        {
            Report(OnnxRules.Attribute, $"The required attribute {missing} is missing.", location);
        }
    }

    /// <summary>An attribute holds a value of the type it says, and no other.</summary>
    private void CheckValue(AttributeProto attribute, string location)
    {
        if (attribute.Name.Length == 0)
        {
            Report(OnnxRules.Attribute, "An attribute has no name.", location);
        }

        if (attribute.HasRefAttrName && attribute.RefAttrName.Length > 0)
        {
            return;
        }

        (AttributeType Type, bool Held)[] held =
        [
            (AttributeType.Float, attribute.HasF),
            (AttributeType.Int, attribute.HasI),
            (AttributeType.String, attribute.HasS),
            (AttributeType.Tensor, attribute.T is not null),
            (AttributeType.Graph, attribute.G is not null),
            (AttributeType.Floats, attribute.Floats.Count > 0),
            (AttributeType.Ints, attribute.Ints.Count > 0),
            (AttributeType.Strings, attribute.Strings.Count > 0),
            (AttributeType.Tensors, attribute.Tensors.Count > 0),
            (AttributeType.Graphs, attribute.Graphs.Count > 0),
            (AttributeType.SparseTensor, attribute.SparseTensor is not null),
            (AttributeType.SparseTensors, attribute.SparseTensors.Count > 0),
            (AttributeType.TypeProto, attribute.Tp is not null),
            (AttributeType.TypeProtos, attribute.TypeProtos.Count > 0),
        ];
        AttributeType[] found = [.. held.Where(static h => h.Held).Select(static h => h.Type)];
        var list = attribute.Type is AttributeType.Floats or AttributeType.Ints or AttributeType.Strings or AttributeType.Tensors
            or AttributeType.Graphs or AttributeType.SparseTensors or AttributeType.TypeProtos;
        if (attribute.Type == AttributeType.Undefined || found.Any(t => t != attribute.Type) || (found.Length == 0 && !list))
        {
            var holds = found.Length == 0 ? "nothing" : string.Join(" and ", found);
            Report(OnnxRules.AttributeType, $"Attribute {attribute.Name} says type {attribute.Type} and holds {holds}.", location);
        }
    }

    private void Report(string rule, string message, string location) => findings.Add(new OnnxFinding(rule, message, location));
}
