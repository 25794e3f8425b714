namespace TorchSharp;

/// <summary>What is known about element types.</summary>
internal static class Dtype
{
    internal static int Size(ScalarType dtype) => dtype switch
    {
        ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
        ScalarType.Int16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        ScalarType.Int64 or ScalarType.Float64 => 8,
        _ => throw new NotSupportedException($"This engine has no tensors of type {dtype}: use Float32, Float64, Int64, Int32, Int16, Int8, Byte or Bool."),
    };

    internal static bool IsFloating(ScalarType dtype) => dtype is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>The type of elements that a .NET type stands for.</summary>
    /// <exception cref="ArgumentException">It stands for none.</exception>
    internal static ScalarType Of<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? ScalarType.Float32
        : typeof(T) == typeof(double) ? ScalarType.Float64
        : typeof(T) == typeof(long) ? ScalarType.Int64
        : typeof(T) == typeof(int) ? ScalarType.Int32
        : typeof(T) == typeof(short) ? ScalarType.Int16
        : typeof(T) == typeof(sbyte) ? ScalarType.Int8
        : typeof(T) == typeof(byte) ? ScalarType.Byte
        : typeof(T) == typeof(bool) ? ScalarType.Bool
        : throw new ArgumentException($"No tensor has elements of type {typeof(T).Name}.");

    /// <summary>The smallest type that holds the values of both.</summary>
    internal static ScalarType Promote(ScalarType a, ScalarType b)
    {
        if (a == b)
        {
            return a;
        }

        if (IsFloating(a) || IsFloating(b))
        {
            return a == ScalarType.Float64 || b == ScalarType.Float64 ? ScalarType.Float64 : ScalarType.Float32;
        }

        if (a == ScalarType.Bool)
        {
            return b;
        }

        if (b == ScalarType.Bool)
        {
            return a;
        }

        // An unsigned byte and a signed one need two bytes; otherwise the larger type wins.
        if ((a == ScalarType.Byte && b == ScalarType.Int8) || (a == ScalarType.Int8 && b == ScalarType.Byte))
        {
            return ScalarType.Int16;
        }

        return Size(a) >= Size(b) ? a : b;
    }

    /// <summary>0 for truth values, 1 for integers, 2 for floating point.</summary>
    internal static int Category(ScalarType dtype) => dtype == ScalarType.Bool ? 0 : IsFloating(dtype) ? 2 : 1;

    /// <summary>
    /// The result type of two tensors: tensors with dimensions decide over those without within a category.
    /// </summary>
    internal static ScalarType Result(Tensor a, Tensor b)
    {
        ScalarType x = a.dtype;
        ScalarType y = b.dtype;
        if (x == y)
        {
            return x;
        }

        bool xIsScalar = a.Rank == 0;
        bool yIsScalar = b.Rank == 0;
        if (xIsScalar == yIsScalar)
        {
            return Promote(x, y);
        }

        (ScalarType major, ScalarType minor) = xIsScalar ? (y, x) : (x, y);
        return Category(minor) <= Category(major) ? major : Category(minor) == 2 ? minor : Promote(major, minor);
    }

    /// <summary>The result type of a tensor and a number.</summary>
    internal static ScalarType Result(Tensor a, Scalar scalar)
    {
        ScalarType dtype = a.dtype;
        int category = scalar.IsFloating ? 2 : scalar.IsBool ? 0 : 1;
        return category <= Category(dtype) ? dtype : category == 2 ? ScalarType.Float32 : ScalarType.Int64;
    }

    /// <summary>The floating point type in which an operation on real numbers gives its result.</summary>
    internal static ScalarType ToFloating(ScalarType dtype) => IsFloating(dtype) ? dtype : ScalarType.Float32;

    /// <summary>Refuses types of elements that no tensor can hold.</summary>
    internal static ScalarType Checked(ScalarType dtype)
    {
        _ = Size(dtype);
        return dtype;
    }
}
