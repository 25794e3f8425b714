namespace DtcGen.Criteria;

/// <summary>The norm of all weights that lead into or out of a neuron; the lowest leave.</summary>
/// <param name="order">Which norm.</param>
public sealed class NormCriterion(NormOrder order = NormOrder.L1) : ICriterion
{
    /// <inheritdoc/>
    public string Name => order == NormOrder.L1 ? "l1" : "l2";

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var sums = order == NormOrder.L1
            ? context.Model.SumRays(context.Group, weights => weights.abs())
            : context.Model.SumRays(context.Group, weights => weights.square());
        var scores = RaySumScores.OfMagnitude(sums.Previous, sums.Next);
        return new NeuronScores(order == NormOrder.L1 ? scores : Array.ConvertAll(scores, Math.Sqrt), ClippedSide.Lowest);
    }
}
