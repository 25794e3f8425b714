namespace DtcGen.Generators.Grouping;

/// <summary>A layer whose neurons cannot leave.</summary>
/// <param name="Layer">The layer's number in the graph.</param>
/// <param name="Reason">Why they stay.</param>
internal sealed record PinnedLayer(int Layer, string Reason);
