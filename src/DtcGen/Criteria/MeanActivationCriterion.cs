namespace DtcGen.Criteria;

/// <summary>
/// The mean magnitude of what the layers behind a neuron take from it (Molchanov et al. 2017, arXiv 1611.06440, activation); the
/// lowest leave.
/// </summary>
public sealed class MeanActivationCriterion : ICriterion
{
    /// <inheritdoc/>
    public string Name => "mean activation";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Activations;

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = context.NeedData(this);
        return new NeuronScores(
            context.Combine(Combination.Mean, part => data.PerNeuron(part, static inputs => inputs.MeanMagnitudes)), ClippedSide.Lowest);
    }
}
