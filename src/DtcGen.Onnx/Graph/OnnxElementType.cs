namespace DtcGen.Onnx;

/// <summary>What a tensor's entries are. The numbers are ONNX's own.</summary>
public enum OnnxElementType
{
    /// <summary>32-bit floating point.</summary>
    Float = 1,

    /// <summary>Unsigned 8-bit integer.</summary>
    UInt8 = 2,

    /// <summary>Signed 8-bit integer.</summary>
    Int8 = 3,

    /// <summary>Signed 16-bit integer.</summary>
    Int16 = 5,

    /// <summary>Signed 32-bit integer.</summary>
    Int32 = 6,

    /// <summary>Signed 64-bit integer.</summary>
    Int64 = 7,

    /// <summary>True or false, one byte each.</summary>
    Bool = 9,

    /// <summary>16-bit floating point (IEEE half).</summary>
    Float16 = 10,

    /// <summary>64-bit floating point.</summary>
    Double = 11,
}
