namespace DtcGen.Sweeps;

/// <summary>The value that an axis has in one cell.</summary>
/// <param name="Axis">The axis's name.</param>
/// <param name="Text">The value as a text.</param>
/// <param name="Value">The value.</param>
/// <param name="IsSeed">Whether it is the seed.</param>
internal sealed record CellValue(string Axis, string Text, object Value, bool IsSeed);
