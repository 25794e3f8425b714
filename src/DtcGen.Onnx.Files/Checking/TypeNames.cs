using System.Collections.Frozen;
using DtcGen.Onnx.Proto;
using static DtcGen.Onnx.Proto.TensorProto.Types;

namespace DtcGen.Onnx;

/// <summary>Names types as the table of operators does: <c>float</c> is a tensor of it, <c>seq(float)</c> a sequence of tensors.</summary>
internal static class TypeNames
{
    private static readonly FrozenDictionary<int, string> Names = Enum.GetValues<DataType>()
        .Where(static type => type != DataType.Undefined)
        .ToFrozenDictionary(static type => (int)type, static type => type.ToString().ToLowerInvariant());

    /// <summary>The name of a tensor's type, or null when it is not known.</summary>
    public static string? Of(long elementType)
        => elementType is >= 0 and <= int.MaxValue ? Names.GetValueOrDefault((int)elementType) : null;

    /// <summary>The name of a type, or null when it is not told whole.</summary>
    public static string? Of(TypeProto? type) => type?.ValueCase switch
    {
        TypeProto.ValueOneofCase.TensorType => Of(type.TensorType.ElemType),

        // What is stored sparse is computed with as the tensor that it stands for.
        TypeProto.ValueOneofCase.SparseTensorType => Of(type.SparseTensorType.ElemType),
        TypeProto.ValueOneofCase.SequenceType => Of(type.SequenceType.ElemType) is { } entry ? Sequence(entry) : null,
        TypeProto.ValueOneofCase.OptionalType => Of(type.OptionalType.ElemType) is { } entry ? Optional(entry) : null,
        TypeProto.ValueOneofCase.MapType => Of(type.MapType.KeyType) is { } key && Of(type.MapType.ValueType) is { } value
            ? $"map({key},{value})"
            : null,
        _ => null,
    };

    public static string Sequence(string entry) => $"seq({entry})";

    public static string Optional(string entry) => $"optional({entry})";

    /// <summary>What a sequence or an optional value holds, or null when the type is neither.</summary>
    public static string? Entry(string? type)
        => type is not null && (type.StartsWith("seq(", StringComparison.Ordinal) || type.StartsWith("optional(", StringComparison.Ordinal))
            ? type[(type.IndexOf('(') + 1)..^1]
            : null;
}
