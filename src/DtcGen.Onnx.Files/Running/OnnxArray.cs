using System.Numerics;
using System.Runtime.InteropServices;

namespace DtcGen.Onnx;

/// <summary>Numbers with a type and a shape: what a model file is given, and what it returns.</summary>
public sealed class OnnxArray
{
    private readonly long[] _shape;

    /// <summary>An array of numbers that are there as bytes.</summary>
    /// <param name="elementType">What its entries are: a number of 1, 2, 4 or 8 bytes, or a truth value of one.</param>
    /// <param name="shape">Its dimensions.</param>
    /// <param name="bytes">Its entries, little-endian, the last dimension varying fastest. They are not copied.</param>
    /// <exception cref="ArgumentException">The entries are not as many as the shape says, or are of a type that has no
    /// such bytes.</exception>
    public OnnxArray(OnnxElementType elementType, IReadOnlyList<long> shape, ReadOnlyMemory<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ElementType = elementType;
        _shape = [.. shape];
        Bytes = bytes;
        var entry = BytesOf(elementType);
        if (entry == 0)
        {
            throw new ArgumentException($"An array cannot hold entries of type {elementType}.", nameof(elementType));
        }

        var wanted = _shape.Aggregate((BigInteger)entry, static (product, dimension) => product * dimension);
        if (_shape.Any(static d => d < 0) || wanted != bytes.Length)
        {
            throw new ArgumentException(
                $"An array of type {elementType} and shape [{string.Join(", ", _shape)}] does not have {bytes.Length} bytes.",
                nameof(bytes));
        }
    }

    /// <summary>What its entries are.</summary>
    public OnnxElementType ElementType { get; }

    /// <summary>Its dimensions; the first one counts the samples.</summary>
    public IReadOnlyList<long> Shape => _shape;

    /// <summary>Its entries, little-endian, the last dimension varying fastest.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The bytes of an entry; 0 for a type that an array cannot hold.</summary>
    internal static int BytesOf(OnnxElementType elementType) => elementType switch
    {
        OnnxElementType.Bool or OnnxElementType.UInt8 or OnnxElementType.Int8 => 1,
        OnnxElementType.UInt16 or OnnxElementType.Int16 or OnnxElementType.Float16 or OnnxElementType.BFloat16 => 2,
        OnnxElementType.UInt32 or OnnxElementType.Int32 or OnnxElementType.Float => 4,
        OnnxElementType.UInt64 or OnnxElementType.Int64 or OnnxElementType.Double => 8,
        _ => 0,
    };

    /// <summary>An array of a copy of some numbers.</summary>
    /// <typeparam name="T">float, double, Half, bool, or an integer of 8 to 64 bits.</typeparam>
    /// <param name="values">The numbers, the last dimension varying fastest.</param>
    /// <param name="shape">Its dimensions.</param>
    /// <exception cref="ArgumentException">The numbers are not as many as the shape says, or are of another type.</exception>
    public static OnnxArray Of<T>(ReadOnlySpan<T> values, params IReadOnlyList<long> shape)
        where T : unmanaged => new(ElementTypeOf<T>(), shape, MemoryMarshal.AsBytes(values).ToArray());

    /// <inheritdoc cref="Of{T}(ReadOnlySpan{T}, IReadOnlyList{long})"/>
    public static OnnxArray Of<T>(T[] values, params IReadOnlyList<long> shape)
        where T : unmanaged => Of<T>(values.AsSpan(), shape);

    /// <summary>Some of the samples, without copying them.</summary>
    /// <param name="start">The first of them, from 0.</param>
    /// <param name="count">How many.</param>
    /// <returns>An array whose first dimension is <paramref name="count"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It has not that many samples, or no dimension at all.</exception>
    public OnnxArray Samples(long start, long count)
    {
        var all = _shape is [var first, ..] ? first : 0;
        if (start < 0 || count < 0 || start > all - count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(count), $"There are no samples {start} to {start + count} in an array of shape [{string.Join(", ", _shape)}].");
        }

        var sample = all == 0 ? 0 : (int)(Bytes.Length / all);
        return new OnnxArray(ElementType, [count, .. _shape.Skip(1)], Bytes.Slice((int)start * sample, (int)count * sample));
    }

    /// <summary>The same numbers in another floating-point type, each rounded to the nearest that it has; one beyond its largest
    /// becomes infinite.</summary>
    /// <param name="elementType">The type: float, double, float16 or bfloat16.</param>
    /// <returns>The array itself when it is of that type.</returns>
    /// <exception cref="ArgumentException">The array's entries, or those that are wanted, are not floating-point numbers.</exception>
    public OnnxArray As(OnnxElementType elementType)
        => elementType == ElementType ? this
            : elementType.IsFloating() && ElementType.IsFloating()
                ? new OnnxArray(elementType, _shape, OnnxFloatingTypes.Round(elementType, ToDoubles()))
                : throw new ArgumentException($"An array of type {ElementType} is not turned into {elementType}.", nameof(elementType));

    /// <summary>Its entries as double-precision numbers; false and true are 0 and 1.</summary>
    public double[] ToDoubles() => ElementType switch
    {
        OnnxElementType.Float => Convert<float>(static v => v),
        OnnxElementType.Double => Convert<double>(static v => v),
        OnnxElementType.Float16 => Convert<Half>(static v => (double)v),
        OnnxElementType.BFloat16 => Convert<ushort>(static v => BitConverter.UInt32BitsToSingle((uint)v << 16)),
        OnnxElementType.Int64 => Convert<long>(static v => v),
        OnnxElementType.Int32 => Convert<int>(static v => v),
        OnnxElementType.Int16 => Convert<short>(static v => v),
        OnnxElementType.Int8 => Convert<sbyte>(static v => v),
        OnnxElementType.UInt64 => Convert<ulong>(static v => v),
        OnnxElementType.UInt32 => Convert<uint>(static v => v),
        OnnxElementType.UInt16 => Convert<ushort>(static v => v),
        OnnxElementType.UInt8 => Convert<byte>(static v => v),
        _ => Convert<byte>(static v => v != 0 ? 1 : 0),
    };

    /// <summary>Its type and shape, as in <c>Float[2, 784]</c>.</summary>
    public override string ToString() => $"{ElementType}[{string.Join(", ", _shape)}]";

    private static OnnxElementType ElementTypeOf<T>()
    {
        var type = typeof(T);
        return type == typeof(float) ? OnnxElementType.Float
            : type == typeof(double) ? OnnxElementType.Double
            : type == typeof(Half) ? OnnxElementType.Float16
            : type == typeof(bool) ? OnnxElementType.Bool
            : type == typeof(long) ? OnnxElementType.Int64
            : type == typeof(int) ? OnnxElementType.Int32
            : type == typeof(short) ? OnnxElementType.Int16
            : type == typeof(sbyte) ? OnnxElementType.Int8
            : type == typeof(ulong) ? OnnxElementType.UInt64
            : type == typeof(uint) ? OnnxElementType.UInt32
            : type == typeof(ushort) ? OnnxElementType.UInt16
            : type == typeof(byte) ? OnnxElementType.UInt8
            : throw new ArgumentException($"ONNX has no numbers of type {type.Name}.");
    }

    private double[] Convert<T>(Func<T, double> convert)
        where T : unmanaged
    {
        var entries = MemoryMarshal.Cast<byte, T>(Bytes.Span);
        var doubles = new double[entries.Length];
        for (var i = 0; i < doubles.Length; i++)
        {
            doubles[i] = convert(entries[i]);
        }

        return doubles;
    }
}
