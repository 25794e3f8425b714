using DtcGen.Runtime;

namespace DtcGen.Criteria;

/// <summary>
/// Layer-adaptive magnitude (Lee et al. 2021, LAMP, arXiv 2010.07611): the square of a neuron's weights, divided by the squares of all
/// neurons of the group that are not smaller. So scores compare across groups. The lowest leave.
/// </summary>
public sealed class LampCriterion : ICriterion
{
    /// <inheritdoc/>
    public string Name => "lamp";

    /// <inheritdoc/>
    public bool ComparesGroups => true;

    /// <summary>How the squares in several layers are put together.</summary>
    public Combination Combination { get; init; } = Combination.Mean;

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var squares = context.Combine(Combination, static part => part.Sums(WeightMap.Square));
        int[] order = [.. Enumerable.Range(0, squares.Length).OrderByDescending(neuron => squares[neuron]).ThenByDescending(static i => i)];
        var sum = 0.0;
        foreach (var neuron in order)
        {
            sum += squares[neuron];
            squares[neuron] = sum == 0 ? 0 : squares[neuron] / sum;
        }

        return new NeuronScores(squares, ClippedSide.Lowest);
    }
}
