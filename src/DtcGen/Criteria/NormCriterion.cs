using DtcGen.Runtime;

namespace DtcGen.Criteria;

/// <summary>The norm of all weights that lead into or out of a neuron; the lowest leave.</summary>
/// <param name="order">Which norm.</param>
public sealed class NormCriterion(NormOrder order = NormOrder.L1) : ICriterion
{
    /// <inheritdoc/>
    public string Name => order == NormOrder.L1 ? "l1" : "l2";

    /// <summary>
    /// Null, the default, for the norm of all weights in and out together. Otherwise the sum of magnitudes, or of squares, in each
    /// layer by itself, normalisations' scales among them, combined.
    /// </summary>
    public Combination? Combination { get; init; }

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var map = order == NormOrder.L1 ? WeightMap.Magnitude : WeightMap.Square;
        if (Combination is { } combination)
        {
            return new NeuronScores(context.Combine(combination, part => part.Sums(map)), ClippedSide.Lowest);
        }

        var sums = context.Model.SumRays(context.Group, map);
        var scores = RaySumScores.OfMagnitude(sums.Previous, sums.Next);
        return new NeuronScores(order == NormOrder.L1 ? scores : Array.ConvertAll(scores, Math.Sqrt), ClippedSide.Lowest);
    }
}
