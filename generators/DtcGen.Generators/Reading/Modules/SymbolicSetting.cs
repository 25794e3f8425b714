namespace DtcGen.Generators.Reading.Modules;

/// <summary>A setting that is not known at compile time, by the expression that gives it: two alike are equal.</summary>
internal sealed record SymbolicSetting(string Expression);
