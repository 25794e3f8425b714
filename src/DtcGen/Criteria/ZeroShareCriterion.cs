namespace DtcGen.Criteria;

/// <summary>
/// The average percentage of zeros (Hu et al. 2016, APoZ, arXiv 1607.03250): how often what the layers behind a neuron take from it is
/// exactly zero, as behind a ReLU. The highest leave.
/// </summary>
public sealed class ZeroShareCriterion : ICriterion
{
    /// <inheritdoc/>
    public string Name => "apoz";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Activations;

    /// <inheritdoc/>
    public bool ComparesGroups => true;

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = context.NeedData(this);
        return new NeuronScores(
            context.Combine(Combination.Mean, part => data.PerNeuron(part, static inputs => inputs.ZeroShares)), ClippedSide.Highest);
    }
}
