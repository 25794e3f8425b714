namespace TorchSharp;

/// <summary>A single number with its type, as an argument of tensor operations.</summary>
public sealed class Scalar : IDisposable
{
    private readonly double real;
    private readonly long integer;

    private Scalar(ScalarType type, long value)
    {
        Type = type;
        integer = value;
        real = value;
    }

    private Scalar(ScalarType type, double value)
    {
        Type = type;
        real = value;
        integer = double.IsFinite(value) ? (long)value : 0;
    }

    /// <summary>The number's type: Float64 for floating point, Int64 for integers, Bool.</summary>
    public ScalarType Type { get; }

    internal bool IsFloating => Type == ScalarType.Float64;

    internal bool IsBool => Type == ScalarType.Bool;

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(byte value) => new(ScalarType.Int64, value);

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(sbyte value) => new(ScalarType.Int64, value);

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(short value) => new(ScalarType.Int64, value);

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(int value) => new(ScalarType.Int64, value);

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(long value) => new(ScalarType.Int64, value);

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(float value) => new(ScalarType.Float64, (double)value);

    /// <summary>Makes a scalar of a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(double value) => new(ScalarType.Float64, value);

    /// <summary>Makes a scalar of a truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, value ? 1L : 0L);

    /// <summary>Scalars hold nothing to release; here for code written for backends where they do.</summary>
    public void Dispose()
    {
    }

    /// <summary>The number in words.</summary>
    /// <returns>The value, in the invariant culture.</returns>
    public override string ToString() => Type switch
    {
        ScalarType.Float64 => real.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ScalarType.Bool => integer != 0 ? "true" : "false",
        _ => integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    internal double ToDouble() => real;

    internal long ToInt64() => integer;

    /// <summary>The number as an element; a floating point number given to an integer type is cut off.</summary>
    internal T To<T>()
        where T : unmanaged, System.Numerics.INumber<T> =>
        IsFloating ? T.CreateTruncating(real) : T.CreateTruncating(integer);
}
