namespace DtcGen.Onnx;

/// <summary>A dimension: a number, or a name for a number known only at run time (such as the batch).</summary>
/// <param name="Value">The number, or null when it is symbolic.</param>
/// <param name="Symbol">The symbol's name, or null when it is a number.</param>
public readonly record struct OnnxDimension(long? Value, string? Symbol)
{
    /// <summary>A fixed dimension.</summary>
    /// <param name="value">Its size.</param>
    public static implicit operator OnnxDimension(long value) => new(value, null);

    /// <summary>A dimension known only at run time.</summary>
    /// <param name="symbol">Its name in the graph.</param>
    public static implicit operator OnnxDimension(string symbol) => new(null, symbol);
}
