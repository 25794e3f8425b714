using System.Runtime.InteropServices;
using DtcGen.Onnx.Proto;

namespace DtcGen.Onnx;

/// <summary>Describes stored tensors.</summary>
internal static class StoredWeights
{
    private const ulong Sign = 1ul << 63;
    private const ulong FloatSign = 1ul << 31;
    private const ushort HalfSign = 1 << 15;

    /// <summary>Describes a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="data">Its entries, when they are not in it.</param>
    public static OnnxWeight Describe(TensorProto tensor, IExternalData? data)
    {
        var type = tensor.ElementType();
        var small = type is OnnxElementType.Int8 or OnnxElementType.UInt8 or OnnxElementType.Int4 or OnnxElementType.UInt4;
        var floating = type is OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16
            or (>= OnnxElementType.BFloat16 and <= OnnxElementType.Float8E5M2FNUZ);
        return new OnnxWeight(
            tensor.Name,
            type,
            [.. tensor.Dims],
            (long)TensorCheck.Bytes(tensor),
            tensor.IsExternal(),
            (floating && tensor.Dims.Count > 0) || (small && tensor.Dims.Count > 1),
            () => Zeros(tensor, type, data));
    }

    /// <summary>Of a tensor that keeps only some entries, all others being 0; its indices count as bytes too.</summary>
    public static OnnxWeight Describe(SparseTensorProto tensor)
    {
        // Its parts are taken in when the model is read.
        var values = Describe(tensor.Values ?? new TensorProto(), null);
        var indices = tensor.Indices is { } where ? (long)TensorCheck.Bytes(where) : 0;
        long[] shape = [.. tensor.Dims];
        return new OnnxWeight(
            values.Name,
            values.ElementType,
            shape,
            OnnxWeight.Add(values.Bytes, indices),
            isInDataFile: false,
            values.IsParameter,
            () => OnnxWeight.EntriesOf(shape) - (values.Entries - values.Zeros));
    }

    private static long Zeros(TensorProto tensor, OnnxElementType type, IExternalData? data)
    {
        if (!tensor.HasRawData && !tensor.IsExternal())
        {
            return tensor.FloatData.LongCount(static v => v == 0) + tensor.DoubleData.LongCount(static v => v == 0)
                + tensor.Int64Data.LongCount(static v => v == 0) + tensor.Uint64Data.LongCount(static v => v == 0)
                + tensor.Int32Data.LongCount(type is OnnxElementType.Float16 or OnnxElementType.BFloat16
                    ? static v => ((ushort)v & ~HalfSign) == 0
                    : static v => v == 0);
        }

        long zeros = 0;
        var left = tensor.Entries();
        tensor.ForEachPiece(data, piece =>
        {
            zeros += Zeros(piece, type, left);
            left -= piece.Length * 2L;
        });
        return zeros;
    }

    // A floating-point number is zero with either sign.
    private static long Zeros(ReadOnlySpan<byte> raw, OnnxElementType type, long left) => type switch
    {
        OnnxElementType.Float => Count<uint>(raw, 0, (uint)FloatSign),
        OnnxElementType.Double => Count<ulong>(raw, 0, Sign),
        OnnxElementType.Float16 or OnnxElementType.BFloat16 => Count<ushort>(raw, 0, HalfSign),
        OnnxElementType.Int16 or OnnxElementType.UInt16 => Count<ushort>(raw, 0),
        OnnxElementType.Int32 or OnnxElementType.UInt32 => Count<uint>(raw, 0),
        OnnxElementType.Int64 or OnnxElementType.UInt64 => Count<ulong>(raw, 0),
        OnnxElementType.UInt4 or OnnxElementType.Int4 => HalfBytes(raw, left),
        OnnxElementType.Float8E4M3FN or OnnxElementType.Float8E5M2 => Count<byte>(raw, 0, 0x80),
        OnnxElementType.Complex64 => Count<ulong>(raw, 0, FloatSign, FloatSign << 32, FloatSign | (FloatSign << 32)),
        OnnxElementType.Complex128
            => Count<UInt128>(raw, 0, Sign, (UInt128)Sign << 64, Sign | ((UInt128)Sign << 64)),
        _ => Count<byte>(raw, 0),
    };

    private static long Count<T>(ReadOnlySpan<byte> raw, params ReadOnlySpan<T> zeros)
        where T : unmanaged, IEquatable<T>
    {
        long count = 0;
        foreach (var zero in zeros)
        {
            count += MemoryMarshal.Cast<byte, T>(raw).Count(zero);
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
