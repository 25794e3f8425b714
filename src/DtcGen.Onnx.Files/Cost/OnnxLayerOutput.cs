namespace DtcGen.Onnx;

/// <summary>A value that a node makes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">What its entries are; <see cref="OnnxElementType.Undefined"/> when that is not known.</param>
/// <param name="Shape">Its dimensions, or null when not even their number is known.</param>
public sealed record OnnxLayerOutput(string Name, OnnxElementType ElementType, IReadOnlyList<OnnxDimension>? Shape)
{
    /// <summary>The shape, as in <c>[batch, 784]</c>; <c>unknown</c> when it is not known.</summary>
    public string ShapeText => Shape is null ? "unknown" : $"[{string.Join(", ", Shape)}]";
}
