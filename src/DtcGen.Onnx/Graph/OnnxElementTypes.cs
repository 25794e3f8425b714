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
        ScalarType.BFloat16 => OnnxElementType.BFloat16,
        ScalarType.Float64 => OnnxElementType.Double,
        _ => throw new OnnxExportException($"A tensor of type {type} cannot be exported. Convert it with to_type first."),
    };

    public static ScalarType ScalarTypeOf(OnnxElementType type) => type switch
    {
        OnnxElementType.Float => ScalarType.Float32,
        OnnxElementType.UInt8 => ScalarType.Byte,
        OnnxElementType.Int8 => ScalarType.Int8,
        OnnxElementType.Int16 => ScalarType.Int16,
        OnnxElementType.Int32 => ScalarType.Int32,
        OnnxElementType.Int64 => ScalarType.Int64,
        OnnxElementType.Bool => ScalarType.Bool,
        OnnxElementType.Float16 => ScalarType.Float16,
        OnnxElementType.BFloat16 => ScalarType.BFloat16,
        OnnxElementType.Double => ScalarType.Float64,
        _ => throw new OnnxExportException($"TorchSharp has no tensors of type {type}."),
    };

    /// <summary>The type that TorchSharp computes in when the two meet: floating beats integer, wider beats narrower.</summary>
    public static OnnxElementType Promote(OnnxElementType left, OnnxElementType right)
        => (left, right) is (OnnxElementType.Float16, OnnxElementType.BFloat16) or (OnnxElementType.BFloat16, OnnxElementType.Float16)
            ? OnnxElementType.Float // Neither holds all that the other does.
            : Rank(left) >= Rank(right) ? left : right;

    private static int Rank(OnnxElementType type) => type switch
    {
        OnnxElementType.Bool => 0,
        OnnxElementType.UInt8 => 1,
        OnnxElementType.Int8 => 2,
        OnnxElementType.Int16 => 3,
        OnnxElementType.Int32 => 4,
        OnnxElementType.Int64 => 5,
        OnnxElementType.Float16 or OnnxElementType.BFloat16 => 6,
        OnnxElementType.Float => 7,
        _ => 8,
    };
}
