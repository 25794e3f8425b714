namespace DtcGen;

/// <summary>What tells how many neurons a group has.</summary>
/// <param name="Layer">A layer that makes them, as <c>named_modules()</c> names it.</param>
/// <param name="OutputsPerNeuron">How many of its outputs are one neuron: more than one for heads and for channels of groups.</param>
public sealed record NeuronCounter(string Layer, long OutputsPerNeuron);
