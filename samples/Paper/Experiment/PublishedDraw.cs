using DtcGen.Criteria;
using DtcGen.Replay;

namespace DtcGen.Samples.Paper;

/// <summary>
/// Draws the neurons that stay, as the published runs do: NumPy's choice without replacement, seeded afresh at every
/// clip. There the network is left in the order of the draw, and the next draw refers to that order; a clip here
/// keeps neurons ascending, so the order is drawn again from the first clip on.
/// </summary>
/// <param name="seed">The seed of every draw.</param>
/// <param name="neurons">The neurons before the first clip.</param>
/// <param name="keptShare">The share that stays.</param>
internal sealed class PublishedDraw(uint seed, int neurons, double keptShare) : ICriterion
{
    /// <inheritdoc/>
    public string Name => PaperMethod.Random.Key();

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        // For each place in the published order, the neuron that is there.
        int[] order = [.. Enumerable.Range(0, neurons)];
        int[] kept = [];
        for (var cycle = 0; cycle <= context.Cycle; cycle++)
        {
            var places = new NumPyLegacyRandom(seed).Choice(order.Length, NeuronSelection.CountKept(order.Length, keptShare));
            int[] drawn = [.. places.Select(p => order[p])];
            kept = [.. drawn.Order()];
            order = [.. drawn.Select(neuron => Array.BinarySearch(kept, neuron))];
        }

        var scores = new double[context.Neurons];
        foreach (var neuron in kept)
        {
            scores[neuron] = 1;
        }

        return new NeuronScores(scores, ClippedSide.Lowest);
    }
}
