using System.Numerics;

namespace TorchSharp;

/// <summary>
/// Gathering and scattering rows: a tensor read as a contiguous matrix, and for each row of another which of its
/// rows to take or to change.
/// </summary>
internal static unsafe class RowIndex
{
    /// <summary>result[i] = source[rows[i]].</summary>
    internal static void Gather(Tensor result, Tensor source, ReadOnlySpan<long> rows, long rowLength)
    {
        nuint bytes = (nuint)(rowLength * Dtype.Size(source.dtype));
        byte* from = source.Impl.Data;
        byte* to = result.Impl.Data;
        for (int i = 0; i < rows.Length; i++)
        {
            NativeMemory.Copy(from + ((nuint)rows[i] * bytes), to + ((nuint)i * bytes), bytes);
        }

        GC.KeepAlive(result);
        GC.KeepAlive(source);
    }

    /// <summary>target[rows[i]] = source[i]; the last of several writes to a row stays.</summary>
    internal static void Scatter(Tensor target, Tensor source, ReadOnlySpan<long> rows, long rowLength)
    {
        nuint bytes = (nuint)(rowLength * Dtype.Size(source.dtype));
        byte* from = source.Impl.Data;
        byte* to = target.Impl.Data;
        for (int i = 0; i < rows.Length; i++)
        {
            NativeMemory.Copy(from + ((nuint)i * bytes), to + ((nuint)rows[i] * bytes), bytes);
        }

        GC.KeepAlive(target);
        GC.KeepAlive(source);
    }

    /// <summary>target[rows[i]] += source[i].</summary>
    internal static void Add(Tensor target, Tensor source, ReadOnlySpan<long> rows, long rowLength)
    {
        switch (target.dtype)
        {
            case ScalarType.Float32: Add<float>(target, source, rows, rowLength); break;
            case ScalarType.Float64: Add<double>(target, source, rows, rowLength); break;
            case ScalarType.Int64: Add<long>(target, source, rows, rowLength); break;
            case ScalarType.Int32: Add<int>(target, source, rows, rowLength); break;
            case ScalarType.Int16: Add<short>(target, source, rows, rowLength); break;
            case ScalarType.Int8: Add<sbyte>(target, source, rows, rowLength); break;
            case ScalarType.Byte: Add<byte>(target, source, rows, rowLength); break;
            default: throw TorchError.Unsupported("index_add", target.dtype);
        }
    }

    private static void Add<T>(Tensor target, Tensor source, ReadOnlySpan<long> rows, long rowLength)
        where T : unmanaged, INumber<T>
    {
        int length = checked((int)rowLength);
        for (int i = 0; i < rows.Length; i++)
        {
            var to = new Span<T>(target.Pointer<T>() + (rows[i] * rowLength), length);
            System.Numerics.Tensors.TensorPrimitives.Add(to, new ReadOnlySpan<T>(source.Pointer<T>() + (i * rowLength), length), to);
        }

        GC.KeepAlive(target);
        GC.KeepAlive(source);
    }
}
