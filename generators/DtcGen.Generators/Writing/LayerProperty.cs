namespace DtcGen.Generators.Writing;

/// <summary>A property that reaches a module which is not a field of its own type.</summary>
internal sealed record LayerProperty(string Name, string Type, string Text);
