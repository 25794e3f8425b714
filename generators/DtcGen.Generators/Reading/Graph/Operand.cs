namespace DtcGen.Generators.Reading.Graph;

/// <summary>What an operation takes: a value in flight, or a number.</summary>
/// <param name="Value">The value's number, or null for a number.</param>
/// <param name="Number">The number as C# source, or null for a value.</param>
internal sealed record Operand(int? Value, string? Number);
