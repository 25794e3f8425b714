using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Describes stored tensors.</summary>
internal static class StoredWeights
{
    private const ushort HalfWithoutSign = 0x7fff;

    public static OnnxWeight Describe(TensorProto tensor)
    {
        var type = tensor.ElementType();
        var small = type is OnnxElementType.Int8 or OnnxElementType.UInt8 or OnnxElementType.Int4 or OnnxElementType.UInt4;
        var floating = type is OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16
            or (>= OnnxElementType.BFloat16 and <= OnnxElementType.Float8E5M2FNUZ);
        var parameter = (floating && tensor.Dims.Count > 0) || (small && tensor.Dims.Count > 1);
        return new OnnxWeight(tensor.Name, type, [.. tensor.Dims], (long)TensorCheck.Bytes(tensor), Zeros(tensor, type), parameter);
    }

    private static long Zeros(TensorProto tensor, OnnxElementType type)
    {
        if (!tensor.HasRawData)
        {
            return tensor.FloatData.LongCount(static v => v == 0) + tensor.DoubleData.LongCount(static v => v == 0)
                + tensor.Int64Data.LongCount(static v => v == 0) + tensor.Uint64Data.LongCount(static v => v == 0)
                + tensor.Int32Data.LongCount(type is OnnxElementType.Float16 or OnnxElementType.BFloat16
                    ? static v => (v & HalfWithoutSign) == 0
                    : static v => v == 0);
        }

        var raw = tensor.RawData.Span;
        return type switch
        {
            OnnxElementType.Float => Count<float>(raw, static v => v == 0),
            OnnxElementType.Double => Count<double>(raw, static v => v == 0),
            OnnxElementType.Float16 or OnnxElementType.BFloat16 => Count<ushort>(raw, static v => (v & HalfWithoutSign) == 0),
            OnnxElementType.Int16 or OnnxElementType.UInt16 => Count<ushort>(raw, static v => v == 0),
            OnnxElementType.Int32 or OnnxElementType.UInt32 => Count<uint>(raw, static v => v == 0),
            OnnxElementType.Int64 or OnnxElementType.UInt64 => Count<ulong>(raw, static v => v == 0),
            OnnxElementType.UInt4 or OnnxElementType.Int4 => HalfBytes(raw, tensor.Entries()),
            OnnxElementType.Float8E4M3FN or OnnxElementType.Float8E5M2 => Count<byte>(raw, static v => (v & 0x7f) == 0),
            OnnxElementType.Complex64 => Count<ulong>(raw, static v => (v & 0x7fffffff7fffffff) == 0),
            OnnxElementType.Complex128
                => Count<UInt128>(raw, static v => ((ulong)v & long.MaxValue) == 0 && ((ulong)(v >> 64) & long.MaxValue) == 0),
            _ => Count<byte>(raw, static v => v == 0),
        };
    }

    private static long Count<T>(ReadOnlySpan<byte> raw, Func<T, bool> isZero)
        where T : unmanaged
    {
        long count = 0;
        foreach (var value in MemoryMarshal.Cast<byte, T>(raw))
        {
            count += isZero(value) ? 1 : 0;
        }

        return count;
    }

    // Two to a byte, the first in the low half; an odd number leaves the last high half empty.
    private static long HalfBytes(ReadOnlySpan<byte> raw, long entries)
    {
        long count = 0;
        for (long i = 0; i < Math.Min(entries, raw.Length * 2L); i++)
        {
            var value = raw[(int)(i / 2)] >> (i % 2 == 0 ? 0 : 4);
            count += (value & 0xf) == 0 ? 1 : 0;
        }

        return count;
    }
}
