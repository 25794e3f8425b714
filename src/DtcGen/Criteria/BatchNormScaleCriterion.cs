using DtcGen.Runtime;
using TorchSharp.Modules;

namespace DtcGen.Criteria;

/// <summary>
/// The magnitude of a batch normalisation's scale (Liu et al. 2017, Network Slimming, arXiv 1708.06519); the lowest leave. It means
/// something where training drove scales towards zero.
/// </summary>
public sealed class BatchNormScaleCriterion : ICriterion
{
    /// <inheritdoc/>
    public string Name => "batch norm scale";

    /// <summary>How several normalisations of the same neurons are put together.</summary>
    public Combination Combination { get; init; } = Combination.Mean;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">No batch normalisation with scales belongs to the group.</exception>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new NeuronScores(
            context.Combine(Combination, static part => part.Module is BatchNorm ? part.Sums(WeightMap.Magnitude) : null),
            ClippedSide.Lowest);
    }
}
