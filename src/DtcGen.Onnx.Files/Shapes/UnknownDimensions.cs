namespace DtcGen.Onnx;

/// <summary>Makes names for dimensions that nothing tells; no two are taken for equal.</summary>
internal sealed class UnknownDimensions
{
    private const char Mark = '?';
    private int _count;

    public OnnxDimension Next() => new(null, $"{Mark}{_count++}");

    /// <summary>Whether a dimension's name is, or is computed from, one that inference made up.</summary>
    public static bool IsMadeUp(OnnxDimension dimension)
        => dimension.Symbol is not { } symbol || symbol.AsSpan().IndexOfAny(Mark, '(') >= 0;
}
