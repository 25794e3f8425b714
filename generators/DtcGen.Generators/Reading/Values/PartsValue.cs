using DtcGen.Generators.Reading.Graph;

namespace DtcGen.Generators.Reading.Values;

/// <summary>A tensor taken apart into parts of one size, the last of which may be smaller.</summary>
/// <param name="Input">The tensor.</param>
/// <param name="Size">A part's size.</param>
/// <param name="Dimension">The dimension along which it is taken apart.</param>
internal sealed record PartsValue(TensorValue Input, long Size, Argument Dimension) : ReadValue;
