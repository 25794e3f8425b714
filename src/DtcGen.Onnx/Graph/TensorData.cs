using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;
using Google.Protobuf;
using static TorchSharp.torch;

namespace DtcGen.Onnx;

/// <summary>Turns tensors and plain arrays into ONNX tensors (little-endian raw data).</summary>
internal static class TensorData
{
    /// <summary>Copies a tensor's entries.</summary>
    public static TensorProto Make(string name, Tensor tensor)
    {
        OnnxElementType type = OnnxElementTypes.Of(tensor.dtype);
        return Make(name, type, tensor.shape, Bytes(tensor));
    }

    public static TensorProto Make<T>(string name, OnnxElementType type, IEnumerable<long> shape, ReadOnlySpan<T> values)
        where T : unmanaged => Make(name, type, shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <summary>One number in the given type; false and true are 0 and 1.</summary>
    public static byte[] Scalar(OnnxElementType type, double value) => type switch
    {
        OnnxElementType.Float => BitConverter.GetBytes((float)value),
        OnnxElementType.Double => BitConverter.GetBytes(value),
        OnnxElementType.Float16 => BitConverter.GetBytes((Half)value),
        OnnxElementType.Int64 => BitConverter.GetBytes(checked((long)value)),
        OnnxElementType.Int32 => BitConverter.GetBytes(checked((int)value)),
        OnnxElementType.Int16 => BitConverter.GetBytes(checked((short)value)),
        OnnxElementType.Int8 => [unchecked((byte)checked((sbyte)value))],
        OnnxElementType.UInt8 => [checked((byte)value)],
        _ => [value == 0 ? (byte)0 : (byte)1],
    };

    public static TensorProto Make(string name, OnnxElementType type, IEnumerable<long> shape, byte[] raw)
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = UnsafeByteOperations.UnsafeWrap(raw) };
        tensor.Dims.AddRange(shape);
        return tensor;
    }

    private static byte[] Bytes(Tensor tensor)
    {
        using IDisposable noGrad = no_grad();
        using var scope = NewDisposeScope();
        Tensor plain = tensor.detach().cpu().contiguous();
        return plain.dtype switch
        {
            ScalarType.Float32 => Copy<float>(plain),
            ScalarType.Float64 => Copy<double>(plain),
            ScalarType.Float16 => Copy<Half>(plain),
            ScalarType.Int64 => Copy<long>(plain),
            ScalarType.Int32 => Copy<int>(plain),
            ScalarType.Int16 => Copy<short>(plain),
            ScalarType.Int8 => Copy<sbyte>(plain),
            ScalarType.Byte => Copy<byte>(plain),
            _ => Copy<bool>(plain),
        };
    }

    private static byte[] Copy<T>(Tensor plain)
        where T : unmanaged => MemoryMarshal.AsBytes(plain.data<T>().ToArray().AsSpan()).ToArray();
}
