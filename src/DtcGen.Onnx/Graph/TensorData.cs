using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;
using Google.Protobuf;

namespace DtcGen.Onnx;

/// <summary>Turns tensors and plain arrays into ONNX tensors (little-endian raw data).</summary>
internal static class TensorData
{
    /// <summary>Copies a tensor's entries.</summary>
    public static TensorProto Make(string name, TorchSharp.torch.Tensor tensor) => Make(name, tensor.ToOnnxArray());

    public static TensorProto Make<T>(string name, OnnxElementType type, IReadOnlyList<long> shape, ReadOnlySpan<T> values)
        where T : unmanaged => Make(name, type, shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>One number in the given type; false and true are 0 and 1.</summary>
    public static byte[] Scalar(OnnxElementType type, double value) => type switch
    {
        _ when type.IsFloating() => OnnxFloatingTypes.Round(type, [value]),
        OnnxElementType.Int64 => BitConverter.GetBytes(checked((long)value)),
        OnnxElementType.Int32 => BitConverter.GetBytes(checked((int)value)),
        OnnxElementType.Int16 => BitConverter.GetBytes(checked((short)value)),
        OnnxElementType.Int8 => [unchecked((byte)checked((sbyte)value))],
        OnnxElementType.UInt8 => [checked((byte)value)],
        _ => [value == 0 ? (byte)0 : (byte)1],
    };

    public static TensorProto Make(string name, OnnxElementType type, IReadOnlyList<long> shape, byte[] raw)
        => Make(name, new OnnxArray(type, shape, raw));

    /// <summary>A tensor whose entries are elsewhere.</summary>
    public static TensorProto Make(string name, OnnxElementType type, IReadOnlyList<long> shape)
        => new() { Name = name, DataType = (int)type, Dims = { shape } };

    public static TensorProto Make(string name, OnnxArray array) => new()
    {
        Name = name,
        DataType = (int)array.ElementType,
        Dims = { array.Shape },
        RawData = UnsafeByteOperations.UnsafeWrap(array.Bytes),
    };
}
