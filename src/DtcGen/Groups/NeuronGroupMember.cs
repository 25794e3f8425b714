namespace DtcGen;

/// <summary>A layer's part in a neuron group.</summary>
/// <param name="Layer">The layer's name, as <c>named_modules()</c> gives it.</param>
/// <param name="Role">What of the layer belongs to the group's neurons.</param>
public sealed record NeuronGroupMember(string Layer, NeuronRole Role);
