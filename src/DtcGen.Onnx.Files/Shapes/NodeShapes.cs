using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>A node as its shape rule sees it: what is known of its inputs, and a place for what follows of its outputs.</summary>
internal sealed class NodeShapes(NodeProto node, long opset, ShapeScope scope, UnknownDimensions unknown)
{
    private readonly KnownValue[] _outputs = [.. node.Output.Select(static _ => KnownValue.Nothing)];

    public NodeProto Node => node;

    public long Opset => opset;

    public int Inputs => node.Input.Count;

    public IReadOnlyList<KnownValue> Outputs => _outputs;

    public bool Has(int input) => input < node.Input.Count && node.Input[input].Length > 0;

    public KnownValue Input(int input) => Has(input) ? scope.Known(node.Input[input]) : KnownValue.Nothing;

    public IReadOnlyList<OnnxDimension>? Shape(int input) => Input(input).Shape;

    public OnnxElementType Type(int input) => Input(input).ElementType;

    public IReadOnlyList<OnnxDimension>? Contents(int input) => Input(input).Contents;

    /// <summary>The entries of a small integer input when all are numbers.</summary>
    public long[]? Numbers(int input)
        => Contents(input) is { } contents && contents.All(static d => d.IsStatic)
            ? [.. contents.Select(static d => d.Value!.Value)]
            : null;

    /// <summary>The one entry of an integer input when it is a number.</summary>
    public long? Number(int input) => Contents(input) is [{ Value: long number }] ? number : null;

    /// <summary>The entries of a small floating-point input that the file holds.</summary>
    public float[]? Floats(int input) => Has(input) ? scope.Stored(node.Input[input])?.Floats() : null;

    /// <summary>
    /// What newer operator sets take as an input and older ones as an attribute; whether it is given, and its numbers
    /// where they are known.
    /// </summary>
    public (bool Given, long[]? Numbers) IntsOrInput(string attribute, int input)
        => node.Ints(attribute) is { } ints ? (true, ints) : Has(input) ? (true, Numbers(input)) : (false, null);

    public OnnxDimension UnknownDimension() => unknown.Next();

    /// <exception cref="ShapeUnknownException">There are too many to be followed.</exception>
    public OnnxDimension[] UnknownShape(long rank)
        => [.. Enumerable.Range(0, Followed(rank)).Select(_ => unknown.Next())];

    public void Set(int output, OnnxElementType type, IReadOnlyList<OnnxDimension>? shape, IReadOnlyList<OnnxDimension>? contents = null)
    {
        if (shape is not null)
        {
            _ = Followed(shape.Count);
        }

        if (output < _outputs.Length)
        {
            _outputs[output] = new KnownValue(type, shape, contents?.Count <= ShapeLimits.Contents ? contents : null);
        }
    }

    public void Set(int output, KnownValue value) => Set(output, value.ElementType, value.Shape, value.Contents);

    /// <summary>Leaves all outputs unknown.</summary>
    public void Forget() => Array.Fill(_outputs, KnownValue.Nothing);

    /// <summary>What is known of an output in the end, with what the file declares of it.</summary>
    public void Settle(int output, KnownValue value) => _outputs[output] = value;

    /// <summary>An axis counted from the front, or null when it does not exist.</summary>
    public static int? Axis(long axis, int rank)
        => (axis < 0 ? axis + rank : axis) is var front && front >= 0 && front < rank ? (int)front : null;

    private static int Followed(long rank)
        => rank is >= 0 and <= ShapeLimits.Dimensions
            ? (int)rank
            : throw new ShapeUnknownException($"its output would have {rank} dimensions, and {ShapeLimits.Dimensions} are followed");
}
