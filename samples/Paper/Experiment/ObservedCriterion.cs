using DtcGen.Criteria;
using DtcGen.Entropy;

namespace DtcGen.Samples.Paper;

/// <summary>Scores as another criterion does and tells what its weight rays show.</summary>
/// <param name="inner">The criterion.</param>
/// <param name="told">Told at each scoring.</param>
internal sealed class ObservedCriterion(ICriterion inner, Action<RayRecord> told) : ICriterion
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        var scores = inner.Score(context);
        var rays = scores.Rays!;
        told(new RayRecord(
            rays.Next.Measurements.Length,
            GibbsEntropy.Bits(rays.Previous.Measurements),
            GibbsEntropy.Nats(rays.Next.Measurements),
            scores.Values.Average() / scores.Values.Length));
        return scores;
    }
}
