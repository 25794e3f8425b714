namespace DtcGen.Generators.Reading.Graph;

/// <summary>A layer whose neurons stay for a reason that the graph does not show.</summary>
/// <param name="Layer">The layer's number.</param>
/// <param name="Reason">Why they stay.</param>
internal sealed record StayingLayer(int Layer, string Reason);
