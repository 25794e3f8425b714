using static TorchSharp.torch;

namespace DtcGen.Criteria;

/// <summary>
/// Distance to the other neurons' weights (He et al. 2019, FPGM, arXiv 1811.00250): the sum of Euclidean distances, which is least
/// near their geometric median, where others can stand in for a neuron. The lowest leave.
/// </summary>
public sealed class GeometricMedianCriterion : ICriterion
{
    /// <inheritdoc/>
    public string Name => "fpgm";

    /// <summary>How the distances in several layers are put together; the paper looks at the layer that makes the neurons.</summary>
    public Combination Combination { get; init; } = Combination.Mean;

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new NeuronScores(
            context.Combine(Combination, static part => part.Member.Role == NeuronRole.PerNeuron ? null : Distances(part.PerNeuron())),
            ClippedSide.Lowest);
    }

    private static Tensor Distances(Tensor weights) => cdist(weights, weights).sum(1);
}
