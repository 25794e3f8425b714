namespace DtcGen.Onnx;

/// <summary>A value in an <see cref="OnnxGraph"/>: its name and shape.</summary>
/// <param name="Name">Its unique name in the graph.</param>
/// <param name="Shape">One entry per dimension.</param>
public sealed record OnnxValue(string Name, IReadOnlyList<OnnxDimension> Shape);
