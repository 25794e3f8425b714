namespace DtcGen;

/// <summary>What the options ask of each group.</summary>
internal sealed class GroupRules
{
    private readonly IDualTomographic _model;
    private readonly SizeRules _options;
    private readonly LayerRule[] _rules;
    private readonly int[] _sets;

    /// <summary>Puts the rules together.</summary>
    /// <exception cref="ArgumentException">A rule names no layer whose neurons can leave, or rules contradict each other.</exception>
    public GroupRules(IDualTomographic model, SizeRules options, Ranking ranking)
    {
        (_model, _options) = (model, options);
        if (options.Rules.FirstOrDefault(rule => !model.Groups.Any(rule.Names)) is { } unknown)
        {
            throw new ArgumentException(
                $"A rule names '{unknown.Layers}', which makes no neurons that can leave; these do: {string.Join(", ", model.Groups.SelectMany(Producers).Distinct())}.");
        }

        _rules = [.. model.Groups.Select(Combined)];
        _sets = RankingSets.Of(model, ranking);
    }

    /// <summary>The number of the set of groups that a group is ranked in; null where a rule says its size.</summary>
    public int? Set(int group) => _rules[group].Keep || _rules[group].Share is not null ? null : _sets[group];

    /// <summary>How many neurons a group has at most when all is done.</summary>
    /// <param name="group">The group's number.</param>
    /// <param name="initial">How many it had before the first clip.</param>
    public int Most(int group, int initial)
    {
        var rule = _rules[group];
        var maximum = Math.Min(rule.Maximum ?? initial, initial);
        return rule.Keep ? initial
            : rule.Share is not { } share ? maximum
            : GroupSize.Keep(
                (int)Math.Ceiling((share * initial) - 1e-9), Math.Min(Minimum(group), initial), maximum, RoundTo(group), initial);
    }

    /// <summary>What a group's size is bounded by.</summary>
    /// <param name="group">The group's number.</param>
    /// <param name="scores">Its scores, the lowest of which leave.</param>
    /// <param name="most">How many stay at most, which <see cref="Most"/> need not be on the way.</param>
    public GroupSize Size(int group, double[] scores, int most)
    {
        var all = scores.Length;
        var (minimum, maximum) = (Math.Min(Minimum(group), all), Math.Min(most, all));
        return Set(group) is { } set
            ? new GroupSize(scores, minimum, maximum, RoundTo(group), set)
            : new GroupSize(scores, maximum, maximum, 1, null);
    }

    /// <summary>What keeps neurons from leaving.</summary>
    public string InTheWay()
    {
        var staying = _model.Groups
            .Select(group => (group.Index, group.Name, Rule: _rules[group.Index]))
            .Where(item => item.Rule.Keep || item.Rule.Share is not null || Minimum(item.Index) > 1)
            .Select(item => item.Rule.Keep ? $"a rule keeps '{item.Name}'"
                : item.Rule.Share is { } share ? $"a rule keeps {100 * share:0.#} % of '{item.Name}'"
                : $"'{item.Name}' keeps at least {Minimum(item.Index)}");
        var multiples = _model.Groups.Select(group => RoundTo(group.Index)).Where(static multiple => multiple > 1).Distinct().Order();
        var round = multiples.Any() ? [$"sizes are multiples of {string.Join(" or ", multiples)}"] : Array.Empty<string>();
        var pinned = _model.Pinned.Select(static pinned => $"'{pinned.Layer}' stays, {pinned.Reason}");
        return string.Join("; ", staying.Concat(round).Concat(pinned).DefaultIfEmpty("one neuron of each group stays"));
    }

    private static IEnumerable<string> Producers(NeuronGroup group)
        => group.Members.Where(static member => member.Role == NeuronRole.Producer).Select(static member => member.Layer);

    private int Minimum(int group) => _rules[group].Minimum ?? _options.Minimum;

    private int RoundTo(int group) => _rules[group].RoundTo ?? _options.RoundTo;

    private LayerRule Combined(NeuronGroup group)
    {
        var one = new LayerRule(group.Name);
        foreach (var rule in _options.Rules.Where(rule => rule.Names(group)))
        {
            one = one with
            {
                Keep = rule.Keep || (one.Keep && rule.Share is null && rule.Maximum is null),
                Share = rule.Share ?? one.Share,
                Minimum = rule.Minimum ?? one.Minimum,
                Maximum = rule.Maximum ?? one.Maximum,
                RoundTo = rule.RoundTo ?? one.RoundTo,
            };
        }

        var (minimum, roundTo) = (one.Minimum ?? _options.Minimum, one.RoundTo ?? _options.RoundTo);
        if (one.Maximum < minimum)
        {
            throw new ArgumentException($"'{group.Name}' is to keep at most {one.Maximum} neurons and at least {minimum}.");
        }

        return one.Maximum < _model.CountNeurons(group) && one.Maximum / roundTo * roundTo < minimum
            ? throw new ArgumentException(
                $"'{group.Name}' is to keep at least {minimum} and at most {one.Maximum} neurons and a multiple of {roundTo}, which does not lie between: give its rule a {nameof(RoundTo)} of its own.")
            : one;
    }
}
