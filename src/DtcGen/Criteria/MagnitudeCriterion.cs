namespace DtcGen.Criteria;

/// <summary>The magnitude of a neuron's ray sums, |a₁ + a₂|, without any reconstruction: the paper's first comparison.</summary>
/// <param name="clipped">Which end leaves; the lowest by default.</param>
public sealed class MagnitudeCriterion(ClippedSide clipped = ClippedSide.Lowest) : ICriterion
{
    /// <inheritdoc/>
    public string Name => "magnitude";

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new NeuronScores(RaySumScores.OfMagnitude(context.Sums.Previous, context.Sums.Next), clipped);
    }
}
