namespace DtcGen;

/// <summary>What the options ask of each group.</summary>
internal sealed class GroupRules
{
    private readonly IDualTomographic _model;
    private readonly PruneOptions _options;
    private readonly LayerRule[] _rules;
    private readonly int[] _sets;

    /// <summary>Puts the rules together.</summary>
    /// <exception cref="ArgumentException">A rule names no layer whose neurons can leave, or rules contradict each other.</exception>
    public GroupRules(IDualTomographic model, PruneOptions options)
    {
        (_model, _options) = (model, options);
        if (options.Rules.FirstOrDefault(rule => !model.Groups.Any(rule.Names)) is { } unknown)
        {
            throw new ArgumentException(
                $"A rule names '{unknown.Layers}', which makes no neurons that can leave; these do: {string.Join(", ", model.Groups.SelectMany(Producers).Distinct())}.");
        }

        _rules = [.. model.Groups.Select(Combined)];
        _sets = RankingSets.Of(model, options.Ranking);
    }

    /// <summary>What a group's size is bounded by.</summary>
    /// <param name="group">The group's number.</param>
    /// <param name="scores">Its scores, the lowest of which leave.</param>
    public GroupSize Size(int group, double[] scores)
    {
        var (rule, all) = (_rules[group], scores.Length);
        var round = rule.RoundTo ?? _options.RoundTo;
        var minimum = Math.Min(rule.Minimum ?? _options.Minimum, all);
        var maximum = Math.Min(rule.Maximum ?? all, all);
        if (rule.Keep)
        {
            return new GroupSize(scores, all, all, 1, null);
        }

        var free = new GroupSize(scores, minimum, maximum, round, _sets[group]);
        if (rule.Share is not { } share)
        {
            return free;
        }

        var count = free.Keep((int)Math.Ceiling((share * all) - 1e-9));
        return new GroupSize(scores, count, count, 1, null);
    }

    /// <summary>What keeps neurons from leaving.</summary>
    public string InTheWay()
    {
        var staying = _model.Groups
            .Select(group => (group.Name, Rule: _rules[group.Index]))
            .Where(item => item.Rule.Keep || item.Rule.Share is not null || (item.Rule.Minimum ?? _options.Minimum) > 1)
            .Select(item => item.Rule.Keep ? $"a rule keeps '{item.Name}'"
                : item.Rule.Share is { } share ? $"a rule keeps {100 * share:0.#} % of '{item.Name}'"
                : $"'{item.Name}' keeps at least {item.Rule.Minimum ?? _options.Minimum}");
        var round = _options.RoundTo > 1 ? [$"sizes are multiples of {_options.RoundTo}"] : Array.Empty<string>();
        var pinned = _model.Pinned.Select(static pinned => $"'{pinned.Layer}' stays, {pinned.Reason}");
        return string.Join("; ", staying.Concat(round).Concat(pinned).DefaultIfEmpty("one neuron of each group stays"));
    }

    private static IEnumerable<string> Producers(NeuronGroup group)
        => group.Members.Where(static member => member.Role == NeuronRole.Producer).Select(static member => member.Layer);

    private LayerRule Combined(NeuronGroup group)
    {
        var one = new LayerRule(group.Name);
        foreach (var rule in _options.Rules.Where(rule => rule.Names(group)))
        {
            one = one with
            {
                Keep = rule.Keep || one.Keep,
                Share = rule.Share ?? one.Share,
                Minimum = rule.Minimum ?? one.Minimum,
                Maximum = rule.Maximum ?? one.Maximum,
                RoundTo = rule.RoundTo ?? one.RoundTo,
            };
        }

        return one.Maximum < (one.Minimum ?? _options.Minimum)
            ? throw new ArgumentException($"'{group.Name}' is to keep at most {one.Maximum} neurons and at least {one.Minimum ?? _options.Minimum}.")
            : one;
    }
}
