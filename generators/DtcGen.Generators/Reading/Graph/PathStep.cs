namespace DtcGen.Generators.Reading.Graph;

/// <summary>One step on the way from the model to a layer.</summary>
/// <param name="Field">The field to read, or null for an item of a container.</param>
/// <param name="Item">The item of a container, counted from 0; meaningless for a field.</param>
/// <param name="Owner">The fully qualified type that declares the field or is the container.</param>
/// <param name="Declared">The fully qualified type that the field or item is declared to have.</param>
/// <param name="IsAccessible">Whether code inside the model class may name it.</param>
internal sealed record PathStep(string? Field, int Item, string Owner, string Declared, bool IsAccessible);
