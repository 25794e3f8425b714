using System.Numerics;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>Numbers in the types that models take.</summary>
internal static class SampleArrays
{
    /// <summary>Whether an input's entries are floating-point numbers.</summary>
    /// <param name="type">What they are.</param>
    public static bool IsFloating(OnnxElementType type)
        => type is OnnxElementType.Float or OnnxElementType.Double or OnnxElementType.Float16;

    /// <summary>Numbers as an input takes them. To a truth value, all but 0 is true.</summary>
    /// <param name="values">The numbers, the last dimension varying fastest.</param>
    /// <param name="shape">Their dimensions.</param>
    /// <param name="input">The input.</param>
    /// <param name="file">The file that messages name.</param>
    /// <exception cref="CliException">Samples cannot be of the input's type, or a whole number is outside its range.</exception>
    public static OnnxArray Make<T>(T[] values, IReadOnlyList<long> shape, OnnxValue input, string file)
        where T : INumber<T>
    {
        OnnxArray As<TTo>()
            where TTo : unmanaged, INumberBase<TTo> => OnnxArray.Of(Array.ConvertAll(values, TTo.CreateChecked), shape);

        try
        {
            return input.ElementType switch
            {
                OnnxElementType.Float => As<float>(),
                OnnxElementType.Double => As<double>(),
                OnnxElementType.Float16 => As<Half>(),
                OnnxElementType.Int64 => As<long>(),
                OnnxElementType.Int32 => As<int>(),
                OnnxElementType.Int16 => As<short>(),
                OnnxElementType.Int8 => As<sbyte>(),
                OnnxElementType.UInt64 => As<ulong>(),
                OnnxElementType.UInt32 => As<uint>(),
                OnnxElementType.UInt16 => As<ushort>(),
                OnnxElementType.UInt8 => As<byte>(),
                OnnxElementType.Bool => OnnxArray.Of(Array.ConvertAll(values, static v => v != T.Zero), shape),
                _
                    => throw new CliException(
                        $"{file}: input {input.Name} is of type {input.ElementType}; samples can be floating-point numbers of 16, 32 and 64 bits, integers, and bool."),
            };
        }
        catch (OverflowException)
        {
            throw new CliException(
                $"{file}: the samples have numbers outside the range of input {input.Name}, which is of type {input.ElementType}.");
        }
    }
}
