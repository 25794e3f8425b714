using DtcGen.Replay;
using DtcGen.Tomography;

namespace DtcGen.Criteria;

/// <summary>
/// Dual tomographic compression (arXiv 2505.23869): both weight rays of a group are reconstructed by inverse
/// compressed sensing, and a neuron's score is the magnitude of their sum at its place.
/// </summary>
public sealed class DualTomographicCriterion : ICriterion
{
    private readonly InverseCompressedSensing _tomography;

    /// <summary>Makes the criterion.</summary>
    /// <param name="variant">As described by default, or as published, or any mixture.</param>
    /// <param name="tomography">How rays are measured and reconstructed; null for the defaults.</param>
    public DualTomographicCriterion(Variant? variant = null, TomographySettings? tomography = null)
    {
        Variant = variant ?? Variant.AsDescribed;
        _tomography = new InverseCompressedSensing(tomography);
    }

    /// <inheritdoc/>
    public string Name => "dtc";

    /// <summary>Which reading of the method it follows.</summary>
    public Variant Variant { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A reconstruction failed: the sums are too large for double precision.</exception>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var rays = _tomography.Reconstruct(context.Sums);
        if (rays.Previous.Certificate.Status == LassoStatus.Failed || rays.Next.Certificate.Status == LassoStatus.Failed)
        {
            throw new InvalidOperationException(
                $"Neuron group '{context.Group.Name}': a weight ray could not be reconstructed in double precision. Its weights are too large.");
        }

        var (previous, next) = Variant.Domain == ScoreDomain.Coefficients
            ? (rays.Previous.Coefficients, rays.Next.Coefficients)
            : (rays.Previous.Reconstruction, rays.Next.Reconstruction);
        return new NeuronScores(RaySumScores.OfMagnitude(previous, next), Variant.Clipped, rays);
    }
}
