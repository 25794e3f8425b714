namespace DtcGen.Samples;

/// <summary>What a cycle left of one group of neurons.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Neurons">Its neurons.</param>
/// <param name="EntropyPrevious">The Gibbs entropy of the previous ray's measurements, in nats; null where it is undefined.</param>
/// <param name="EntropyNext">The same for the next ray.</param>
public sealed record GroupResult(string Name, int Neurons, double? EntropyPrevious, double? EntropyNext);
