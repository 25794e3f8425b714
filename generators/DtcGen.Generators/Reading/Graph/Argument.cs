namespace DtcGen.Generators.Reading.Graph;

/// <summary>A setting of an operation.</summary>
/// <param name="Text">It as C# source, valid inside the model class.</param>
/// <param name="Integer">Its value when it is a whole number known at compile time.</param>
/// <param name="SizeOf">The value whose dimension it is the size of, when it is one; <paramref name="Integer"/> then
/// says which dimension.</param>
internal sealed record Argument(string Text, long? Integer, int? SizeOf = null);
