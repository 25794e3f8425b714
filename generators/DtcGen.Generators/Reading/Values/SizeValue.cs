using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading.Values;

/// <summary>The size of a tensor's dimension: <c>x.shape[0]</c>.</summary>
/// <param name="Tensor">The tensor's number among those that were in flight.</param>
/// <param name="Dimension">Which dimension.</param>
internal sealed record SizeValue(int Tensor, long Dimension) : ReadValue
{
    public Argument ToArgument() => new(string.Empty, Dimension, Tensor);
}
