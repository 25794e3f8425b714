namespace DtcGen.Generators.Writing;

/// <summary>How generated code reaches a layer, and the place where it sits.</summary>
/// <param name="Text">The expression that other members write.</param>
/// <param name="Slot">The property to generate for its place, for a layer that cannot change its size; else null.</param>
internal sealed record LayerAccess(string Text, LayerProperty? Slot);
