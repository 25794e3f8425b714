using DtcGen.Criteria;
using DtcGen.Entropy;

namespace DtcGen.Samples.Paper;

/// <summary>Scores as another criterion does and takes down what its weight rays show.</summary>
/// <param name="inner">The criterion.</param>
internal sealed class ObservedCriterion(ICriterion inner) : IPaperCriterion
{
    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public RayRecord? Rays { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<int> Memory { get; set; } = [];

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        var scores = inner.Score(context);
        Rays = scores.Rays is not { } rays ? null : new RayRecord(
            rays.Next.Measurements.Length,
            GibbsEntropy.Bits(rays.Previous.Measurements),
            GibbsEntropy.Nats(rays.Next.Measurements),
            scores.Values.Average() / scores.Values.Length);
        return scores;
    }
}
