namespace DtcGen.Criteria;

/// <summary>
/// First-order Taylor expansion (Molchanov et al. 2019, arXiv 1906.10771): how much the loss would change to first order if each weight of
/// a neuron were zero, the sum of |w·∂L/∂w|. The lowest leave.
/// </summary>
public sealed class TaylorCriterion : ICriterion
{
    /// <inheritdoc/>
    public string Name => "taylor";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Gradients;

    /// <inheritdoc/>
    public bool ComparesGroups => true;

    /// <summary>How the sums in several layers are put together.</summary>
    public Combination Combination { get; init; } = Combination.Mean;

    /// <summary>True for |Σ w·∂L/∂w|: what leaves together is first added up, so that signs cancel.</summary>
    public bool AddsFirst { get; init; }

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = context.NeedData(this);
        return new NeuronScores(
            context.Combine(Combination, part =>
            {
                var changes = part.PerNeuron() * part.PerNeuron(data.Gradient(part));
                return AddsFirst ? changes.sum(1).abs() : changes.abs().sum(1);
            }),
            ClippedSide.Lowest);
    }
}
