using System.Globalization;

namespace DtcGen.Onnx;

/// <summary>Makes names for dimensions that nothing tells; no two are taken for equal, nor for one that the file names so.</summary>
internal sealed class UnknownDimensions
{
    private int _count;

    public OnnxDimension Next() => OnnxDimension.MadeUp(string.Create(CultureInfo.InvariantCulture, $"?{_count++}"));
}
