using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>What the export needs to know of each element type.</summary>
internal static class OnnxElementTypes
{
    public static OnnxElementType Of(ScalarType type) => type switch
    {
        ScalarType.Float32 => OnnxElementType.Float,
        ScalarType.Byte => OnnxElementType.UInt8,
        ScalarType.Int8 => OnnxElementType.Int8,
        ScalarType.Int16 => OnnxElementType.Int16,
        ScalarType.Int32 => OnnxElementType.Int32,
        ScalarType.Int64 => OnnxElementType.Int64,
        ScalarType.Bool => OnnxElementType.Bool,
        ScalarType.Float16 => OnnxElementType.Float16,
        ScalarType.Float64 => OnnxElementType.Double,
        _ => throw new OnnxExportException($"A tensor of type {type} cannot be exported. Convert it with to_type first."),
    };

    public static bool IsFloating(this OnnxElementType type)
        => type is OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16;

    /// <summary>The type that TorchSharp computes in when the two meet: floating beats integer, wider beats narrower.</summary>
    public static OnnxElementType Promote(OnnxElementType left, OnnxElementType right) => Rank(left) >= Rank(right) ? left : right;

    private static int Rank(OnnxElementType type) => type switch
    {
        OnnxElementType.Bool => 0,
        OnnxElementType.UInt8 => 1,
        OnnxElementType.Int8 => 2,
        OnnxElementType.Int16 => 3,
        OnnxElementType.Int32 => 4,
        OnnxElementType.Int64 => 5,
        OnnxElementType.Float16 => 6,
        OnnxElementType.Float => 7,
        _ => 8,
    };
}
