namespace TorchSharp;

public static partial class torch
{
    /// <summary>A 32-bit floating point number.</summary>
    public static readonly ScalarType float32 = ScalarType.Float32;

    /// <summary>A 64-bit floating point number.</summary>
    public static readonly ScalarType float64 = ScalarType.Float64;

    /// <summary>An unsigned 8-bit integer.</summary>
    public static readonly ScalarType uint8 = ScalarType.Byte;

    /// <summary>A signed 8-bit integer.</summary>
    public static readonly ScalarType int8 = ScalarType.Int8;

    /// <summary>A signed 16-bit integer.</summary>
    public static readonly ScalarType int16 = ScalarType.Int16;

    /// <summary>A signed 32-bit integer.</summary>
    public static readonly ScalarType int32 = ScalarType.Int32;

    /// <summary>A signed 64-bit integer.</summary>
    public static readonly ScalarType int64 = ScalarType.Int64;

    /// <summary>A truth value.</summary>
    public static readonly ScalarType @bool = ScalarType.Bool;

    /// <summary>Another name of <see cref="float32"/>.</summary>
    public static readonly ScalarType @float = ScalarType.Float32;

    /// <summary>Another name of <see cref="float64"/>.</summary>
    public static readonly ScalarType @double = ScalarType.Float64;

    /// <summary>Another name of <see cref="int32"/>.</summary>
    public static readonly ScalarType @int = ScalarType.Int32;

    /// <summary>Another name of <see cref="int64"/>.</summary>
    public static readonly ScalarType @long = ScalarType.Int64;

    /// <summary>Another name of <see cref="int16"/>.</summary>
    public static readonly ScalarType @short = ScalarType.Int16;

    /// <summary>The type of a tensor's elements.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>Unsigned 8-bit integer.</summary>
        Byte = 0,

        /// <summary>Signed 8-bit integer.</summary>
        Int8 = 1,

        /// <summary>Signed 16-bit integer.</summary>
        Int16 = 2,

        /// <summary>Signed 32-bit integer.</summary>
        Int32 = 3,

        /// <summary>Signed 64-bit integer.</summary>
        Int64 = 4,

        /// <summary>16-bit floating point: named for file headers, no tensor can hold it.</summary>
        Float16 = 5,

        /// <summary>32-bit floating point.</summary>
        Float32 = 6,

        /// <summary>64-bit floating point.</summary>
        Float64 = 7,

        /// <summary>Truth value, one byte.</summary>
        Bool = 11,
    }
}
