using DtcGen.Tomography;

namespace DtcGen.Criteria;

/// <summary>A group's scores.</summary>
/// <param name="Values">One finite number per neuron.</param>
/// <param name="Clipped">Which end of them leaves.</param>
/// <param name="Rays">The weight rays they were taken from, where the criterion makes some.</param>
public sealed record NeuronScores(double[] Values, ClippedSide Clipped, WeightRays? Rays = null);
