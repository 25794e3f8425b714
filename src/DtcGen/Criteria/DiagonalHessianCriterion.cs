namespace DtcGen.Criteria;

/// <summary>
/// Optimal brain damage (LeCun et al. 1989): how much the loss would change to second order if each weight of a neuron were zero, the
/// sum of ½·h·w², with the mean square of the batches' gradients for the diagonal h of the Hessian. The lowest leave.
/// </summary>
/// <remarks>The smaller the batches, the nearer the squares are to the Fisher information, which is one for each sample.</remarks>
public sealed class DiagonalHessianCriterion : ICriterion
{
    /// <inheritdoc/>
    public string Name => "obd";

    /// <inheritdoc/>
    public CriterionNeeds Needs => CriterionNeeds.Gradients;

    /// <inheritdoc/>
    public bool ComparesGroups => true;

    /// <summary>How the sums in several layers are put together.</summary>
    public Combination Combination { get; init; } = Combination.Mean;

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var data = context.NeedData(this);
        return new NeuronScores(
            context.Combine(
                Combination, part => (part.PerNeuron().square() * part.PerNeuron(data.SquaredGradient(part))).sum(1).mul(0.5)),
            ClippedSide.Lowest);
    }
}
