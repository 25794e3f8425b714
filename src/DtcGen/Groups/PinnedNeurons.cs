namespace DtcGen;

/// <summary>A layer whose neurons cannot leave.</summary>
/// <param name="Layer">The layer's name, as <c>named_modules()</c> gives it.</param>
/// <param name="Reason">Why they stay: the model's output, a request in the attribute, an operation across neurons.</param>
public sealed record PinnedNeurons(string Layer, string Reason);
