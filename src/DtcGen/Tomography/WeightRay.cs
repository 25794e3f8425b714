namespace DtcGen.Tomography;

/// <summary>One side's weights of a neuron group, measured and reconstructed.</summary>
/// <param name="Measurements">y = Φ·a, r numbers.</param>
/// <param name="Coefficients">s*, in the domain of the cosine transform, m numbers.</param>
/// <param name="Reconstruction">Ψ·s*, one number per neuron.</param>
/// <param name="Certificate">The proof that s* is optimal.</param>
public sealed record WeightRay(double[] Measurements, double[] Coefficients, double[] Reconstruction, LassoCertificate Certificate);
