using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

// The small helpers that every operation is composed of.
public sealed partial class OnnxGraph
{
    /// <summary>Adds a node with one output and returns that.</summary>
    private OnnxValue Node(
        string opType,
        string name,
        IReadOnlyList<OnnxValue?> inputs,
        OnnxElementType type,
        IReadOnlyList<OnnxDimension> shape,
        params IEnumerable<AttributeProto> attributes)
        => Nodes(opType, name, inputs, [(name, type, shape)], attributes)[0];

    /// <summary>Adds a node whose output has its first input's type and shape.</summary>
    private OnnxValue Like(string opType, string name, OnnxValue input, params IEnumerable<AttributeProto> attributes)
        => Node(opType, name, [input], input.ElementType, input.Shape, attributes);

    /// <summary>Adds a node with several outputs. A null input is one that is left out.</summary>
    private OnnxValue[] Nodes(
        string opType,
        string name,
        IReadOnlyList<OnnxValue?> inputs,
        IReadOnlyList<(string Name, OnnxElementType Type, IReadOnlyList<OnnxDimension> Shape)> outputs,
        params IEnumerable<AttributeProto> attributes)
    {
        CheckTypes(opType, name, inputs);
        var node = new NodeProto { OpType = opType };
        var used = inputs.Count;
        while (used > 0 && inputs[used - 1] is null)
        {
            used--;
        }

        node.Input.AddRange(inputs.Take(used).Select(static i => i?.Name ?? ""));
        var values = new OnnxValue[outputs.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new OnnxValue(_names.Take(outputs[i].Name), outputs[i].Type, outputs[i].Shape);
            node.Output.Add(values[i].Name);
            _graph.ValueInfo.Add(ValueInfos.Make(values[i]));
        }

        node.Name = outputs.Count == 1 ? values[0].Name : _names.Take(name);
        node.Attribute.AddRange(attributes);
        _graph.Node.Add(node);
        return values;
    }

    // Resize takes its factors as float whatever it resizes.
    private void CheckTypes(string opType, string name, IReadOnlyList<OnnxValue?> inputs)
    {
        OnnxValue[] floating = [.. inputs.OfType<OnnxValue>().Where(static value => value.ElementType.IsFloating())];
        if (opType != "Resize" && floating.FirstOrDefault(value => value.ElementType != floating[0].ElementType) is { } other)
        {
            throw new OnnxExportException(
                $"{name}: {Described(floating[0])}, and {Described(other)}; they must be of one type. {WeightTypes.Advice}");
        }

        string Described(OnnxValue value) => $"{(_inputs.Contains(value.Name) ? "input " : string.Empty)}{value.Name} is {value.ElementType}";
    }

    /// <summary>A dimension that only the run will tell, with a symbol that stands for nothing else.</summary>
    private OnnxDimension UnknownDimension() => $"dim_{_unknownDimensions++}";

    private IReadOnlyList<OnnxDimension> Broadcast(string name, IReadOnlyList<OnnxDimension> left, IReadOnlyList<OnnxDimension> right)
        => Shapes.Broadcast(left, right, UnknownDimension)
            ?? throw new OnnxExportException(
                $"{name}: shapes [{string.Join(", ", left)}] and [{string.Join(", ", right)}] do not go together.");

    private static int Axis(long dim, int rank, string name)
    {
        var axis = dim < 0 ? dim + rank : dim;
        return axis >= 0 && axis < rank
            ? (int)axis
            : throw new OnnxExportException($"{name}: dimension {dim} does not exist in a tensor of {rank} dimensions.");
    }

    private static void NeedFloating(OnnxValue value, string name)
    {
        if (!value.ElementType.IsFloating())
        {
            throw new OnnxExportException($"{name} needs floating-point input, and {value} is not.");
        }
    }
}
