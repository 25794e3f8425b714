namespace DtcGen.Onnx;

/// <summary>A value in a model: its name, element type and shape.</summary>
/// <param name="Name">Its unique name in the graph.</param>
/// <param name="ElementType">What its entries are.</param>
/// <param name="Shape">One entry per dimension.</param>
public sealed record OnnxValue(string Name, OnnxElementType ElementType, IReadOnlyList<OnnxDimension> Shape)
{
    /// <summary>How many dimensions it has.</summary>
    public int Rank => Shape.Count;

    /// <summary>The name, type and shape, as in <c>x: Float[batch, 784]</c>.</summary>
    public override string ToString() => $"{Name}: {ElementType}[{string.Join(", ", Shape)}]";
}
