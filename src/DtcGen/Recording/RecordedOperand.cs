namespace DtcGen.Recording;

/// <summary>What a recorded operation takes: a value in flight, or a number.</summary>
/// <param name="Value">The value's number in the graph, or null for a number.</param>
/// <param name="Number">The number, where it is one.</param>
internal readonly record struct RecordedOperand(int? Value, double Number);
