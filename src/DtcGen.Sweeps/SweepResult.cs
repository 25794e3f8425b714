namespace DtcGen.Sweeps;

/// <summary>What came out of one cell.</summary>
/// <param name="Number">The cell's number.</param>
/// <param name="Axes">The value of each axis, as a text.</param>
/// <param name="Seed">The value of the axis of seeds; 1 where there is none.</param>
/// <param name="Figures">Its figures; null where it failed.</param>
/// <param name="Error">What it failed with; null where it did not.</param>
public sealed record SweepResult(int Number, IReadOnlyDictionary<string, string> Axes, int Seed, Figures? Figures, string? Error);
