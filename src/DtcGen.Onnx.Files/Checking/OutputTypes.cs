using DtcGen.Onnx.Proto;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx;

/// <summary>
/// The types of outputs that an operator's type variables do not tell: they come from attributes, or are made of the inputs'.
/// </summary>
internal static class OutputTypes
{
    /// <summary>The output's type, or null when it cannot be told.</summary>
    /// <param name="node">A node of ONNX's own domain.</param>
    /// <param name="input">The type of the input at a place, or null.</param>
    public static string? Of(NodeProto node, Func<int, string?> input) => node.OpType switch
    {
        "Cast" or "BitCast" => TypeNames.Of(node.Int("to", 0)),
        "Constant" => Constant(node),
        "ConstantOfShape" => node.Find("value")?.T is { } value ? TypeNames.Of(value.DataType) : TypeNames.Of((int)DataType.Float),
        "RandomNormal" or "RandomUniform" => Given(node, "dtype") ?? TypeNames.Of((int)DataType.Float),
        "Multinomial" => Given(node, "dtype") ?? TypeNames.Of((int)DataType.Int32),
        "RandomNormalLike" or "RandomUniformLike" or "Bernoulli" or "EyeLike" => Given(node, "dtype") ?? input(0),
        "HannWindow" or "HammingWindow" or "BlackmanWindow" or "MelWeightMatrix"
            => Given(node, "output_datatype") ?? TypeNames.Of((int)DataType.Float),
        "QuantizeLinear" => Given(node, "output_dtype") ?? (node.Input.Count < 3 ? TypeNames.Of((int)DataType.Uint8) : null),
        "DequantizeLinear" => Given(node, "output_dtype") ?? input(1),
        "LayerNormalization" => TypeNames.Of(node.Int("stash_type", (long)DataType.Float)),
        "SequenceEmpty" => TypeNames.Sequence(Given(node, "dtype") ?? TypeNames.Of((int)DataType.Float)!),
        "SequenceConstruct" or "SplitToSequence" => input(0) is { } entry ? TypeNames.Sequence(entry) : null,
        "SequenceAt" or "ConcatFromSequence" => TypeNames.Entry(input(0)),
        "Optional" => (TypeNames.Of(node.Find("type")?.Tp) ?? input(0)) is { } entry ? TypeNames.Optional(entry) : null,
        "OptionalGetElement" => TypeNames.Entry(input(0)) is { } entry && input(0)![0] == 'o' ? entry : input(0),
        _ => null,
    };

    private static string? Given(NodeProto node, string attribute)
        => node.Find(attribute) is { HasI: true, I: not 0 } found ? TypeNames.Of(found.I) : null;

    private static string? Constant(NodeProto node)
    {
        var held = node.Attribute.FirstOrDefault();
        return held?.Name switch
        {
            "value" => TypeNames.Of(held.T?.DataType ?? 0),
            "sparse_value" => TypeNames.Of(held.SparseTensor?.Values?.DataType ?? 0),
            "value_float" or "value_floats" => TypeNames.Of((int)DataType.Float),
            "value_int" or "value_ints" => TypeNames.Of((int)DataType.Int64),
            "value_string" or "value_strings" => TypeNames.Of((int)DataType.String),
            _ => null,
        };
    }
}
