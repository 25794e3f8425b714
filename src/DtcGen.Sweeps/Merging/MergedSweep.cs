namespace DtcGen.Sweeps;

/// <summary>
/// All results of a folder put together. It follows from the results alone: neither the order in which they came, nor hosts or clocks
/// change a digit, since everything is added up in the order of the cells.
/// </summary>
internal sealed class MergedSweep
{
    private readonly IReadOnlyList<MergedGroup> _groups;

    private MergedSweep(Sweep sweep, IReadOnlyList<CellResult> results, Axis? compared)
    {
        Sweep = sweep;
        Results = results;
        Compared = compared;
        var byNumber = results.ToDictionary(static r => r.Number);
        Missing = [.. Enumerable.Range(0, sweep.Grid.Count).Where(n => !byNumber.ContainsKey(n))];
        Failed = [.. results.Where(static r => r.Error is not null)];
        _groups =
        [
            .. Enumerable.Range(0, sweep.Grid.Count).Select(n => sweep.Grid[n]).GroupBy(static c => c.Setting).Select(cells =>
                new MergedGroup(
                [.. cells.First().Values.Where(static v => !v.IsSeed)],
                [.. cells.Select(c => byNumber.GetValueOrDefault(c.Number)).OfType<CellResult>().Where(static r => r.Error is null)])),
        ];
        Names = [.. Done.SelectMany(static r => r.Figures!.Single.Keys).Distinct()];
        SeriesNames = [.. Done.SelectMany(static r => r.Figures!.Series.Keys).Distinct()];
    }

    /// <summary>The sweep.</summary>
    public Sweep Sweep { get; }

    /// <summary>All results, those that failed too, in the order of the cells.</summary>
    public IReadOnlyList<CellResult> Results { get; }

    /// <summary>Results that are figures.</summary>
    public IEnumerable<CellResult> Done => Results.Where(static r => r.Error is null);

    /// <summary>Results that are errors.</summary>
    public IReadOnlyList<CellResult> Failed { get; }

    /// <summary>Cells without a result.</summary>
    public IReadOnlyList<int> Missing { get; }

    /// <summary>The axis whose values are tested against each other; null when no axis has two.</summary>
    public Axis? Compared { get; }

    /// <summary>The names of single figures.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names of series.</summary>
    public IReadOnlyList<string> SeriesNames { get; }

    /// <summary>Puts results together.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="results">The results, in the order of the cells.</param>
    /// <param name="compare">The axis to compare the values of; null for the first that is no number, or else the first.</param>
    /// <exception cref="SweepException">There is no such axis.</exception>
    public static MergedSweep Of(Sweep sweep, IReadOnlyList<CellResult> results, string? compare)
    {
        Axis[] axes = [.. sweep.Axes.Where(static a => a is { IsSeeds: false, Count: > 1 })];
        var compared = compare is null
            ? axes.FirstOrDefault(static a => !a.IsNumeric) ?? axes.FirstOrDefault()
            : axes.FirstOrDefault(a => a.Name == compare) ?? throw new SweepException(
                $"--compare: '{compare}' is no axis with two values to compare; there are {(axes.Length == 0 ? "none" : string.Join(", ", axes.Select(static a => a.Name)))}.");
        return new MergedSweep(sweep, results, compared);
    }

    /// <summary>A single figure in each group that has it.</summary>
    /// <param name="name">Its name.</param>
    public IReadOnlyList<MergedFigure> Figures(string name) => [.. _groups.Select(g => Single(g, name)).OfType<MergedFigure>()];

    /// <summary>A series in each group that has it, point by point.</summary>
    /// <param name="name">Its name.</param>
    public IReadOnlyList<IReadOnlyList<MergedFigure>> Series(string name) =>
    [
        .. _groups.Select(group =>
        {
            var series = group.Results.Where(r => r.Figures!.Series.ContainsKey(name))
                .Select(r => (r.Seed, Values: r.Figures!.Series[name])).ToArray();
            return Enumerable.Range(0, series.Select(static s => s.Values.Count).DefaultIfEmpty().Max())
                .Select(i => MergedFigure.Of(group, [.. series.Where(s => i < s.Values.Count).Select(s => (s.Seed, s.Values[i]))]))
                .ToArray();
        }).Where(static points => points.Length > 0),
    ];

    /// <summary>
    /// The paired tests of a single figure between the values of the compared axis, corrected together: with all else equal, and over
    /// the mean of all else.
    /// </summary>
    /// <param name="name">The figure's name.</param>
    public IReadOnlyList<MergedTest> Tests(string name)
    {
        if (Compared is null)
        {
            return [];
        }

        var settings = _groups.GroupBy(g => g.LabelWithout(Compared.Name)).ToArray();
        var at = settings.SelectMany(setting => Pairs(
            setting.Key, value => BySeed(Single(setting.FirstOrDefault(g => g[Compared.Name].Text == value), name))));
        var overall = settings.Length < 2 ? [] : Pairs(string.Empty, value => Means(
            [.. settings.Select(setting => BySeed(Single(setting.FirstOrDefault(g => g[Compared.Name].Text == value), name)))]));
        return Correct([.. at, .. overall]);
    }

    private static MergedFigure? Single(MergedGroup? group, string name)
    {
        (int Seed, double Value)[] values = group is null ? [] :
        [
            .. group.Results.Where(r => r.Figures!.Single.ContainsKey(name)).Select(r => (r.Seed, r.Figures!.Single[name])),
        ];
        return values.Length == 0 ? null : MergedFigure.Of(group!, values);
    }

    private static Dictionary<int, double> BySeed(MergedFigure? figure)
        => figure?.Values.ToDictionary(static v => v.Seed, static v => v.Value) ?? [];

    // Over the seeds that have all of them: else a mean would be over other settings for one seed than for another.
    private static Dictionary<int, double> Means(IReadOnlyList<Dictionary<int, double>> settings)
        => settings[0].Keys.Where(seed => settings.All(s => s.ContainsKey(seed))).ToDictionary(
            static seed => seed, seed => settings.Sum(s => s[seed]) / settings.Count);

    private IEnumerable<MergedTest> Pairs(string at, Func<string, Dictionary<int, double>> figures)
    {
        var values = Compared!.Texts.Select(figures).ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            for (var j = i + 1; j < values.Length; j++)
            {
                double[] differences =
                [
                    .. values[i].Where(pair => values[j].ContainsKey(pair.Key)).OrderBy(static pair => pair.Key)
                        .Select(pair => pair.Value - values[j][pair.Key]),
                ];
                if (differences.Length > 0)
                {
                    var p = differences.Length > 1 && differences.All(double.IsFinite) ? PairedTTest.PValue(differences) : double.NaN;
                    yield return new MergedTest(
                        at, Compared.Texts[i], Compared.Texts[j], differences.Length, ConfidenceBand.Of(differences), p, double.NaN);
                }
            }
        }
    }

    private static MergedTest[] Correct(IReadOnlyList<MergedTest> tests)
    {
        int[] defined = [.. Enumerable.Range(0, tests.Count).Where(i => !double.IsNaN(tests[i].PValue))];
        var corrected = Holm.Adjust([.. defined.Select(i => tests[i].PValue)]);
        MergedTest[] all = [.. tests];
        for (var i = 0; i < defined.Length; i++)
        {
            all[defined[i]] = all[defined[i]] with { Corrected = corrected[i] };
        }

        return all;
    }
}
