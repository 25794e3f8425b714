using System.Globalization;
using DtcGen.Recording;
using DtcGen.Saving;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>Finds the sizes of groups at which a model keeps a budget, by measuring it.</summary>
internal sealed class BudgetFit
{
    private readonly IDualTomographic _model;
    private readonly Budget _budget;
    private readonly GroupRules _rules;
    private readonly Action<string, int, int?> _progress;
    private readonly CancellationToken _cancellation;
    private BudgetMeter? _meter;

    /// <summary>Prepares it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="budget">What is measured of it.</param>
    /// <param name="rules">What keeps neurons from leaving.</param>
    /// <param name="progress">Told the stage, how many sizes were tried, and of how many.</param>
    /// <param name="cancellation">Stops it.</param>
    public BudgetFit(
        IDualTomographic model, Budget budget, GroupRules rules, Action<string, int, int?> progress, CancellationToken cancellation)
    {
        (_model, _budget, _rules) = (model, budget, rules);
        (_progress, _cancellation) = (progress, cancellation);
    }

    /// <summary>Why no sizes were found that cost nearly what is allowed; null where there is nothing to say.</summary>
    public string? Remark { get; private set; }

    private BudgetMeter Meter => _meter ??= KeepingTheRecording(() => _budget.Begin(_model));

    /// <summary>Measures the model as it is.</summary>
    public double Measure()
    {
        var meter = Meter;
        return KeepingTheRecording(() => _budget.Measure(_model, meter));
    }

    /// <summary>Whether a cost is read from a clock, so that it differs from one process to another.</summary>
    public bool IsTimed => Meter.Predicts;

    /// <summary>Measures the model at the sizes that were found, and says so where it then is not what they were found for.</summary>
    /// <param name="before">What the model cost at first.</param>
    /// <param name="share">The share of it that may stay.</param>
    public double MeasureFound(double before, double share)
    {
        var (cost, allowed) = (Measure(), Allowed(before, share));
        if (cost > allowed || (Remark is null && IsTimed && share < 1 && cost < PredictedSearch.Near * allowed))
        {
            Remark = string.Create(
                CultureInfo.InvariantCulture,
                $"{100 * cost / allowed:0.#} % of the {_budget.Unit} allowed, measured once more: the budget is not the same each time it is measured.");
        }

        return cost;
    }

    /// <summary>How much of a cost is allowed.</summary>
    /// <param name="before">The cost.</param>
    /// <param name="share">The share that may stay.</param>
    public static double Allowed(double before, double share) => before * share * (1 + 1e-12);

    /// <summary>The sizes on the first step of a ladder that keeps the budget; what a model costs never grows from step to step.</summary>
    /// <param name="ladder">The sizes in question.</param>
    /// <param name="undo">Makes the model what it was.</param>
    /// <param name="before">What the model cost at first.</param>
    /// <param name="share">The share of it that may stay.</param>
    /// <param name="orLeast">Whether the last step serves where none keeps it.</param>
    /// <exception cref="InvalidOperationException">No step keeps it.</exception>
    public (int[] Sizes, double Cost) Find(SizeLadder ladder, ModelSnapshot undo, double before, double share, bool orLeast = false)
    {
        var allowed = Allowed(before, share);
        Remark = null;
        if (Meter.Predicts)
        {
            return share < 1 ? FindPredicted(ladder, undo, before, share, orLeast) : (ladder.Sizes(0), MeasureAt(ladder.Sizes(0), undo));
        }

        var (tooMany, enough, cost) = (-1, ladder.Steps, double.NaN);
        for (var tried = 1; enough - tooMany > 1; tried++)
        {
            var middle = (enough + tooMany) / 2;
            var measured = MeasureAt(ladder.Sizes(middle), undo);
            (tooMany, enough, cost) = measured <= allowed ? (tooMany, middle, measured) : (middle, enough, cost);
            _progress("budget", tried, null);
        }

        return enough < ladder.Steps ? (ladder.Sizes(enough), cost) : FindLeast(ladder, undo, before, orLeast ? 1 : share);
    }

    /// <summary>The sizes on the last step of a ladder.</summary>
    /// <param name="ladder">The sizes in question.</param>
    /// <param name="undo">Makes the model what it was.</param>
    /// <param name="before">What the model cost at first.</param>
    /// <param name="share">The share of it that may stay.</param>
    /// <exception cref="InvalidOperationException">They do not keep the budget.</exception>
    public (int[] Sizes, double Cost) FindLeast(SizeLadder ladder, ModelSnapshot undo, double before, double share)
    {
        _ = Meter;
        var sizes = ladder.Sizes(ladder.Steps);
        var least = MeasureAt(sizes, undo);
        return least <= Allowed(before, share) ? (sizes, least) : throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"The budget of {100 * share:0.#} % of {before:#,0.##} {_budget.Unit} cannot be met: {least:#,0.##} ({100 * least / before:0.0} %) are left when all neurons have gone that may. In the way: {_rules.InTheWay()}."));
    }

    private (int[] Sizes, double Cost) FindPredicted(SizeLadder ladder, ModelSnapshot undo, double before, double share, bool orLeast)
    {
        var (allowed, tried) = (Allowed(before, share), 0);
        var search = new PredictedSearch(
            step => At(ladder.Sizes(step), undo, () => KeepingTheRecording(() => Meter.Predict(_model))), Measured, before, allowed);
        var (found, cost) = search.Find(ladder.Steps);
        if (found == ladder.Steps)
        {
            return FindLeast(ladder, undo, before, orLeast ? 1 : share);
        }

        if (cost < PredictedSearch.Near * allowed && found > 0)
        {
            Remark = string.Create(
                CultureInfo.InvariantCulture,
                $"{100 * cost / allowed:0} % of the {_budget.Unit} allowed: {(search.NextCost is { } next ? $"the next larger sizes take {next:#,0.##}" : $"none of {tried} sizes that were measured came nearer")}. In the way: {_rules.InTheWay()}.");
        }

        return (ladder.Sizes(found), cost);

        double Measured(int step)
        {
            var measured = MeasureAt(ladder.Sizes(step), undo);
            _progress("budget", ++tried, null);
            return measured;
        }
    }

    private double MeasureAt(int[] sizes, ModelSnapshot undo) => At(sizes, undo, Measure);

    private double At(int[] sizes, ModelSnapshot undo, Func<double> ask)
    {
        _cancellation.ThrowIfCancellationRequested();
        using var scope = NewDisposeScope();
        foreach (var (group, size) in _model.Groups.Zip(sizes))
        {
            _model.Clip(group, [.. Enumerable.Range(0, size).Select(static neuron => (long)neuron)]);
        }

        var cost = ask();
        undo.Restore();
        return cost;
    }

    // To export a recorded model is to record it again, and of neurons that are clipped to one, groups cannot be told apart.
    private T KeepingTheRecording<T>(Func<T> export)
    {
        var putBack = (_model as IRecordedModel)?.Recorded.KeepRecording();
        try
        {
            return export();
        }
        finally
        {
            putBack?.Invoke();
        }
    }
}
