namespace DtcGen.Generators.Reading.Graph;

/// <summary>A setting of an operation.</summary>
/// <param name="Text">It as C# source, valid inside the model class.</param>
/// <param name="Integer">Its value when it is a whole number known at compile time.</param>
internal sealed record Argument(string Text, long? Integer);
