namespace DtcGen.Generators.Grouping;

/// <summary>A layer's part in a group.</summary>
/// <param name="Layer">The layer's number in the graph.</param>
/// <param name="Role">What of it belongs to the group's neurons.</param>
/// <param name="Layout">How the neurons lie along its dimension.</param>
internal sealed record Member(int Layer, Role Role, Layout Layout);
