namespace Microsoft.ML.OnnxRuntime;

/// <summary>What kind of thing a value is.</summary>
public enum OnnxValueType
{
    /// <summary>Not known.</summary>
    ONNX_TYPE_UNKNOWN = 0,

    /// <summary>A tensor.</summary>
    ONNX_TYPE_TENSOR = 1,

    /// <summary>A sequence.</summary>
    ONNX_TYPE_SEQUENCE = 2,

    /// <summary>A map.</summary>
    ONNX_TYPE_MAP = 3,

    /// <summary>A type of an extension's own.</summary>
    ONNX_TYPE_OPAQUE = 4,

    /// <summary>A sparse tensor.</summary>
    ONNX_TYPE_SPARSETENSOR = 5,

    /// <summary>A value that may be absent.</summary>
    ONNX_TYPE_OPTIONAL = 6,
}
