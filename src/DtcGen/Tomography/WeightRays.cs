namespace DtcGen.Tomography;

/// <summary>Both weight rays of a neuron group, measured by the same Φ.</summary>
/// <param name="Previous">Of the weights that lead into the neurons.</param>
/// <param name="Next">Of the weights that lead out of them.</param>
public sealed record WeightRays(WeightRay Previous, WeightRay Next);
