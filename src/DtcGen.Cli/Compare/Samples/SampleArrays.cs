using System.Numerics;
using DtcGen.Onnx;

namespace DtcGen.Cli.Compare.Samples;

/// <summary>Numbers in the types that models take.</summary>
internal static class SampleArrays
{
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

        if (values is float[] same && input.ElementType == OnnxElementType.Float)
        {
            return OnnxArray.Of(same, shape);
        }

        try
        {
            return input.ElementType switch
            {
                OnnxElementType.Double => As<double>(),
                OnnxElementType.Float or OnnxElementType.Float16 or OnnxElementType.BFloat16
                    => Rounded(As<double>(), input.ElementType),
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
                        $"{file}: input {input.Name} is of type {input.ElementType}; samples can be floating-point numbers (float, double, float16, bfloat16), integers, and bool."),
            };
        }
        catch (OverflowException)
        {
            throw new CliException(
                $"{file}: the samples have numbers outside the range of input {input.Name}, which is of type {input.ElementType}.");
        }
    }

    // A number that becomes infinite is one that the type does not have.
    private static OnnxArray Rounded(OnnxArray array, OnnxElementType type)
    {
        var rounded = array.As(type);
        return array.ToDoubles().Zip(rounded.ToDoubles()).All(static p => double.IsFinite(p.Second) || !double.IsFinite(p.First))
            ? rounded
            : throw new OverflowException();
    }
}
