using DtcGen.Replay;

namespace DtcGen.Criteria;

/// <summary>
/// Neurons leave at random: the paper's second comparison. The neurons that stay are those that NumPy's legacy
/// <c>choice(m, count, replace=False)</c> draws.
/// </summary>
public sealed class RandomCriterion : ICriterion
{
    private readonly uint _seed;
    private readonly bool _reseeded;
    private readonly Dictionary<int, NumPyLegacyRandom> _streams = [];

    /// <summary>Makes the criterion.</summary>
    /// <param name="seed">The generator's seed.</param>
    /// <param name="reseeded">
    /// True, as in the published runs, to seed the generator anew at every clip; false to let each group's
    /// stream go on from clip to clip.
    /// </param>
    public RandomCriterion(uint seed = NumPyMeasurements.PublishedSeed, bool reseeded = true)
    {
        _seed = seed;
        _reseeded = reseeded;
    }

    /// <inheritdoc/>
    public string Name => "random";

    /// <inheritdoc/>
    public NeuronScores Score(CriterionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var order = StreamFor(context.Group).Permutation(context.Neurons);
        var scores = new double[order.Length];
        for (var place = 0; place < order.Length; place++)
        {
            // The first ones drawn stay, however many are asked for.
            scores[order[place]] = order.Length - place;
        }

        return new NeuronScores(scores, ClippedSide.Lowest);
    }

    private NumPyLegacyRandom StreamFor(NeuronGroup group)
    {
        var groupSeed = _seed + (uint)group.Index;
        if (_reseeded)
        {
            return new NumPyLegacyRandom(groupSeed);
        }

        if (!_streams.TryGetValue(group.Index, out var stream))
        {
            _streams[group.Index] = stream = new NumPyLegacyRandom(groupSeed);
        }

        return stream;
    }
}
