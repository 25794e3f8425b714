using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Reads a tensor that the file holds, wherever the format keeps its entries.</summary>
internal static class StoredTensor
{
    public static OnnxElementType ElementType(this TensorProto tensor) => (OnnxElementType)tensor.DataType;

    public static IReadOnlyList<OnnxDimension> Shape(this TensorProto tensor) => [.. tensor.Dims.Select(static d => (OnnxDimension)d)];

    public static long Entries(this TensorProto tensor) => tensor.Dims.Aggregate(1L, static (product, d) => product * d);

    /// <summary>What is known of it.</summary>
    public static KnownValue Known(this TensorProto tensor)
        => tensor.Dims.Count > ShapeLimits.Dimensions
            ? new KnownValue(tensor.ElementType(), null)
            : new KnownValue(tensor.ElementType(), tensor.Shape(), Contents(tensor));

    /// <summary>What is known of a tensor of which only some entries are stored.</summary>
    public static KnownValue Known(this SparseTensorProto tensor) => new(
        tensor.Values?.ElementType() ?? OnnxElementType.Undefined,
        tensor.Dims.Count > ShapeLimits.Dimensions ? null : [.. tensor.Dims.Select(static d => (OnnxDimension)d)]);

    /// <summary>The entries of a small tensor of floating-point numbers, or null.</summary>
    public static float[]? Floats(this TensorProto tensor) => tensor.ElementType() switch
    {
        OnnxElementType.Float when tensor.HasRawData => [.. MemoryMarshal.Cast<byte, float>(tensor.RawData.Span)],
        OnnxElementType.Float => [.. tensor.FloatData],
        _ => null,
    };

    private static IReadOnlyList<OnnxDimension>? Contents(TensorProto tensor)
    {
        if (tensor.Dims is not ([] or [>= 0 and <= ShapeLimits.Contents]))
        {
            return null;
        }

        var contents = tensor.ElementType() switch
        {
            OnnxElementType.Int64 when tensor.HasRawData => Read(tensor, sizeof(long), BinaryPrimitives.ReadInt64LittleEndian),
            OnnxElementType.Int64 => [.. tensor.Int64Data.Select(static v => (OnnxDimension)v)],
            OnnxElementType.Int32
                when tensor.HasRawData => Read(tensor, sizeof(int), static bytes => BinaryPrimitives.ReadInt32LittleEndian(bytes)),
            OnnxElementType.Bool when tensor.HasRawData => Read(tensor, sizeof(bool), static bytes => bytes[0]),
            OnnxElementType.Int32 or OnnxElementType.Bool => [.. tensor.Int32Data.Select(static v => (OnnxDimension)v)],
            _ => null,
        };

        // Not where the data lies elsewhere or does not fit.
        return contents?.Count == tensor.Entries() ? contents : null;
    }

    private delegate long Reader(ReadOnlySpan<byte> bytes);

    private static IReadOnlyList<OnnxDimension> Read(TensorProto tensor, int size, Reader read) =>
        [.. Enumerable.Range(0, tensor.RawData.Length / size).Select(i => (OnnxDimension)read(tensor.RawData.Span.Slice(i * size, size)))];
}
