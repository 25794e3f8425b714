namespace DtcGen.Onnx;

/// <summary>A tensor that the file holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ElementType">What its entries are.</param>
/// <param name="Shape">Its dimensions.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Zeros">How many entries are exactly zero.</param>
/// <param name="IsParameter">
/// Whether its entries count as parameters: those of a floating-point tensor with at least one dimension, and of a tensor
/// of 4- or 8-bit integers with at least two (quantised weights). Shapes, axes and scalars do not.
/// </param>
public sealed record OnnxWeight(
    string Name, OnnxElementType ElementType, IReadOnlyList<long> Shape, long Bytes, long Zeros, bool IsParameter)
{
    /// <summary>How many entries it has.</summary>
    public long Entries => Shape.Aggregate(1L, static (product, d) => product * d);
}
