namespace DtcGen.Runtime;

/// <summary>Checks a request for which neurons of a group stay.</summary>
internal static class KeptNeurons
{
    /// <summary>The indices to keep, checked.</summary>
    /// <param name="group">The group they index into.</param>
    /// <param name="count">How many neurons the group has.</param>
    /// <param name="keep">The request: at least one index, strictly ascending, each below <paramref name="count"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="keep"/> is not such a list.</exception>
    public static long[] Check(NeuronGroup group, long count, IReadOnlyList<long> keep)
    {
        ArgumentNullException.ThrowIfNull(keep);

        if (keep.Count == 0)
        {
            throw new ArgumentException(
                $"At least one of the {count} neurons of '{group.Name}' must stay, but the list is empty.", nameof(keep));
        }

        var indices = new long[keep.Count];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = keep[i];
            if (indices[i] < 0 || indices[i] >= count)
            {
                throw new ArgumentException(
                    $"Neuron {indices[i]} does not exist: '{group.Name}' has {count} neurons, numbered from 0.", nameof(keep));
            }

            if (i > 0 && indices[i] <= indices[i - 1])
            {
                throw new ArgumentException(
                    $"The neurons of '{group.Name}' to keep must ascend without repeats, but {indices[i]} follows {indices[i - 1]}.",
                    nameof(keep));
            }
        }

        return indices;
    }
}
