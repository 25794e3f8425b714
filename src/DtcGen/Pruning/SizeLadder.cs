namespace DtcGen;

/// <summary>
/// The sizes that a model's groups can be pruned to, one after the other: on each step a neuron more leaves some set of groups that are
/// ranked together, so that every set loses the same share, and of its neurons those with the lowest scores. Where scores are the same,
/// groups lose the same share.
/// </summary>
internal sealed class SizeLadder
{
    // Steps are shares j/n, after which another neuron leaves a set of n.
    private const double Rounding = 1e-9;

    private readonly IReadOnlyList<GroupSize> _groups;
    private readonly Dictionary<int, int[]> _order;
    private readonly Dictionary<int, int> _gone;
    private readonly double[] _steps;

    /// <summary>Ranks the neurons.</summary>
    /// <param name="groups">The groups as they are.</param>
    /// <param name="initial">How many neurons each had at first, where shares are of that; null where they have all.</param>
    public SizeLadder(IReadOnlyList<GroupSize> groups, IReadOnlyList<int>? initial = null)
    {
        _groups = groups;
        _gone = groups.Select((group, i) => (group.Set, Gone: (initial?[i] ?? group.Scores.Length) - group.Scores.Length))
            .Where(static item => item.Set is not null)
            .GroupBy(static item => item.Set!.Value)
            .ToDictionary(static set => set.Key, static set => set.Sum(static item => item.Gone));
        _order = groups
            .SelectMany(static (group, i) => group.Scores.Order().Select(
                (score, rank) => (group.Set, Group: i, Score: score, Rank: (double)rank / group.Scores.Length)))
            .Where(static item => item.Set is not null)
            .GroupBy(static item => item.Set!.Value)
            .ToDictionary(
                static set => set.Key,
                static set => set.OrderBy(static item => item.Score).ThenBy(static item => item.Rank).ThenBy(static item => item.Group)
                    .Select(static item => item.Group).ToArray());
        _steps = [
            .. _order.SelectMany(
                set => Enumerable.Range(_gone[set.Key], set.Value.Length).Select(i => (double)i / (set.Value.Length + _gone[set.Key])))
                .Distinct()
                .Order()
        ];
    }

    /// <summary>How many steps there are.</summary>
    public int Steps => _steps.Length;

    /// <summary>How many neurons stay in each group.</summary>
    /// <param name="step">How many steps are taken, from 0 to all.</param>
    public int[] Sizes(int step)
        => Sizes((set, neurons) => step == 0
            ? 0
            : (int)Math.Floor((_steps[step - 1] * (neurons + _gone[set])) + Rounding) + 1 - _gone[set]);

    /// <summary>How many neurons stay in each group.</summary>
    /// <param name="leaving">Of a set, by its number and how many neurons it has, how many leave it.</param>
    public int[] Sizes(Func<int, int, int> leaving)
    {
        var left = _groups.Select(static group => group.Set is null ? group.Minimum : group.Scores.Length).ToArray();
        foreach (var (set, order) in _order)
        {
            var leave = leaving(set, order.Length);
            for (var place = 0; place < order.Length && leave > 0; place++)
            {
                var group = order[place];
                if (left[group] > _groups[group].Minimum)
                {
                    left[group]--;
                    leave--;
                }
            }
        }

        return [.. left.Zip(_groups, static (count, group) => group.Keep(count))];
    }
}
