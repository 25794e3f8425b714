namespace DtcGen.Generators.Reading.Values;

/// <summary>A number, truth value or string.</summary>
/// <param name="Constant">It, when the compiler knows it.</param>
/// <param name="IsConstant">Whether the compiler knows it.</param>
/// <param name="Text">It as C# source, valid inside the model class.</param>
internal sealed record ScalarValue(object? Constant, bool IsConstant, string Text) : ReadValue;
