namespace DtcGen;

/// <summary>
/// The sizes that a model's groups can be pruned to, one after the other: on each step a neuron more leaves some set of groups that are
/// ranked together, so that every set loses the same share, and of its neurons those with the lowest scores.
/// </summary>
internal sealed class SizeLadder
{
    // Steps are shares j/n, after which another neuron leaves a set of n.
    private const double Rounding = 1e-9;

    private readonly IReadOnlyList<GroupSize> _groups;
    private readonly Dictionary<int, int[]> _order;
    private readonly double[] _steps;

    /// <summary>Ranks the neurons.</summary>
    public SizeLadder(IReadOnlyList<GroupSize> groups)
    {
        _groups = groups;
        _order = groups
            .SelectMany(static (group, i) => group.Scores.Select((score, neuron) => (group.Set, Group: i, Score: score, Neuron: neuron)))
            .Where(static item => item.Set is not null)
            .GroupBy(static item => item.Set!.Value)
            .ToDictionary(
                static set => set.Key,
                static set => set.OrderBy(static item => item.Score).ThenBy(static item => item.Group).ThenBy(static item => item.Neuron)
                    .Select(static item => item.Group).ToArray());
        _steps = [
            .. _order.Values.SelectMany(static order => Enumerable.Range(0, order.Length).Select(i => (double)i / order.Length))
                .Distinct()
                .Order()
        ];
    }

    /// <summary>How many steps there are.</summary>
    public int Steps => _steps.Length;

    /// <summary>How many neurons stay in each group.</summary>
    /// <param name="step">How many steps are taken, from 0 to all.</param>
    public int[] Sizes(int step)
        => Sizes((_, neurons) => step == 0 ? 0 : (int)Math.Floor((_steps[step - 1] * neurons) + Rounding) + 1);

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
