using DtcGen.Onnx;
using static TorchSharp.torch;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>Tensors of the types that models take.</summary>
internal static class ElementTypes
{
    /// <summary>The tensor type for an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="file">The file that messages name.</param>
    /// <exception cref="CliException">There is none that can be given to a model.</exception>
    public static ScalarType ToTorch(OnnxValue input, string file) => input.ElementType switch
    {
        OnnxElementType.Float => ScalarType.Float32,
        OnnxElementType.Double => ScalarType.Float64,
        OnnxElementType.Int64 => ScalarType.Int64,
        OnnxElementType.Int32 => ScalarType.Int32,
        OnnxElementType.Int16 => ScalarType.Int16,
        OnnxElementType.Int8 => ScalarType.Int8,
        OnnxElementType.UInt8 => ScalarType.Byte,
        OnnxElementType.Bool => ScalarType.Bool,
        _ => throw new CliException($"{file}: input {input.Name} is of type {input.ElementType}; samples can be float32, float64, int8 to int64, uint8 and bool."),
    };
}
