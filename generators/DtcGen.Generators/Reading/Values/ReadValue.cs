namespace DtcGen.Generators.Reading.Values;

/// <summary>What an expression in <c>forward</c> stands for.</summary>
internal abstract record ReadValue;
