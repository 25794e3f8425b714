using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DtcGen.Onnx;

/// <summary>The floating-point types that networks compute in: float, double, and the two of 16 bits.</summary>
public static class OnnxFloatingTypes
{
    /// <summary>Whether a type is one of the four: <see cref="OnnxElementType.Float"/>, <see cref="OnnxElementType.Double"/>,
    /// <see cref="OnnxElementType.Float16"/> or <see cref="OnnxElementType.BFloat16"/>.</summary>
    /// <param name="type">The type.</param>
    public static bool IsFloating(this OnnxElementType type)
        => type is OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16 or OnnxElementType.BFloat16;

    /// <summary>The distance from 1 to the next larger number of the type: 2⁻²³ for float, 2⁻⁵² for double, 2⁻¹⁰ for float16,
    /// 2⁻⁷ for bfloat16.</summary>
    /// <param name="type">One of the four.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static double Epsilon(this OnnxElementType type) => Math.Pow(2, type switch
    {
        OnnxElementType.Float => -23,
        OnnxElementType.Double => -52,
        OnnxElementType.Float16 => -10,
        OnnxElementType.BFloat16 => -7,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no epsilon of a type that is not floating-point."),
    });

    /// <summary>Numbers rounded to the nearest of a type, as bytes.</summary>
    internal static byte[] Round(OnnxElementType type, ReadOnlySpan<double> values)
    {
        var size = type switch { OnnxElementType.Double => 8, OnnxElementType.Float => 4, _ => 2 };
        var bytes = new byte[checked(values.Length * size)];
        for (var i = 0; i < values.Length; i++)
        {
            var entry = bytes.AsSpan(i * size);
            switch (type)
            {
                case OnnxElementType.Double:
                    BinaryPrimitives.WriteDoubleLittleEndian(entry, values[i]);
                    break;
                case OnnxElementType.Float:
                    BinaryPrimitives.WriteSingleLittleEndian(entry, (float)values[i]);
                    break;
                case OnnxElementType.Float16:
                    BinaryPrimitives.WriteHalfLittleEndian(entry, (Half)values[i]);
                    break;
                case OnnxElementType.BFloat16:
                    BinaryPrimitives.WriteUInt16LittleEndian(entry, UpperHalf((float)values[i]));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(type), type, "Only floating-point types are rounded to.");
            }
        }

        return bytes;
    }

    /// <summary>Multiplies numbers of a type, each product rounded to the nearest that the type has.</summary>
    /// <param name="type">One of the four.</param>
    /// <param name="entries">The numbers, as bytes.</param>
    /// <param name="factor">What they are multiplied by.</param>
    /// <param name="products">Gets the products, as bytes.</param>
    /// <returns>Whether all products are finite.</returns>
    internal static bool Scale(OnnxElementType type, ReadOnlySpan<byte> entries, double factor, Span<byte> products) => type switch
    {
        OnnxElementType.Float => Scale<float>(entries, factor, products),
        OnnxElementType.Double => Scale<double>(entries, factor, products),
        OnnxElementType.Float16 => Scale<Half>(entries, factor, products),
        OnnxElementType.BFloat16 => ScaleUpperHalves(
            MemoryMarshal.Cast<byte, ushort>(entries), factor, MemoryMarshal.Cast<byte, ushort>(products)),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Only floating-point types are rounded to."),
    };

    // Optimised from its first call on: most programs export once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Scale<T>(ReadOnlySpan<byte> entries, double factor, Span<byte> products)
        where T : unmanaged, INumberBase<T>
    {
        var from = MemoryMarshal.Cast<byte, T>(entries);
        var to = MemoryMarshal.Cast<byte, T>(products);
        var isFinite = true;
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = T.CreateTruncating(double.CreateTruncating(from[i]) * factor);
            isFinite &= T.IsFinite(to[i]);
        }

        return isFinite;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool ScaleUpperHalves(ReadOnlySpan<ushort> from, double factor, Span<ushort> to)
    {
        var isFinite = true;
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = UpperHalf((float)(Single(from[i]) * factor));
            isFinite &= float.IsFinite(Single(to[i]));
        }

        return isFinite;

        static float Single(ushort upperHalf) => BitConverter.UInt32BitsToSingle((uint)upperHalf << 16);
    }

    // A bfloat16 is the upper half of a float; half of the last place goes to the even neighbour.
    private static ushort UpperHalf(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? (ushort)((bits >> 16) | 0x40) : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
