namespace DtcGen.Generators.Writing;

/// <summary>A method that opens a private field of another class.</summary>
internal sealed record FieldAccessor(string Name, string Field, string Owner, string Declared);
