using DtcGen.Criteria;
using DtcGen.Replay;

namespace DtcGen.Samples.Paper;

/// <summary>
/// Draws the neurons that stay, as the published runs do: NumPy's choice without replacement, seeded afresh at every
/// clip. There the network is left in the order of the draw, and the next draw refers to that order; a clip here
/// keeps neurons ascending, so the order is remembered.
/// </summary>
/// <param name="seed">The seed of every draw.</param>
/// <param name="keptShare">The share that stays.</param>
internal sealed class PublishedDraw(uint seed, double keptShare) : IPaperCriterion
{
    /// <inheritdoc/>
    public string Name => PaperMethod.Random.Key();

    /// <inheritdoc/>
    public RayRecord? Rays => null;

    /// <summary>For each place in the published order, the neuron that is there.</summary>
    public IReadOnlyList<int> Memory { get; set; } = [];

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        var count = NeuronSelection.CountKept(context.Neurons, keptShare);
        var places = new NumPyLegacyRandom(seed).Choice(context.Neurons, count);
        var drawn = Memory.Count == 0 ? places : [.. places.Select(p => Memory[p])];
        int[] kept = [.. drawn.Order()];
        Memory = [.. drawn.Select(neuron => Array.BinarySearch(kept, neuron))];

        var scores = new double[context.Neurons];
        foreach (var neuron in kept)
        {
            scores[neuron] = 1;
        }

        return new NeuronScores(scores, ClippedSide.Lowest);
    }
}
