using System.Globalization;
using DtcGen.Criteria;
using DtcGen.Recording;
using DtcGen.Saving;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>One pruning of a model. Its tensors live in the dispose scope that it runs in.</summary>
internal sealed class PruneRun
{
    private readonly IDualTomographic _model;
    private readonly PruneOptions _options;
    private readonly CancellationToken _cancellation;

    public PruneRun(IDualTomographic model, PruneOptions options, CancellationToken cancellation)
        => (_model, _options, _cancellation) = (model, options, cancellation);

    /// <summary>Refuses a model of which no neuron can leave.</summary>
    /// <exception cref="ArgumentException">It is one.</exception>
    public static void CheckGroups(IDualTomographic model)
    {
        if (model.Groups.Count == 0)
        {
            throw new ArgumentException(
                $"No neuron of this model can leave: {string.Join("; ", model.Pinned.Select(static pinned => $"{pinned.Layer}: {pinned.Reason}"))}",
                nameof(model));
        }
    }

    public PruneReport Run()
    {
        var criterion = _options.EffectiveCriterion;
        var rules = new GroupRules(_model, _options);
        var before = Measure();
        var step = new ClipStep(_model, criterion, _options.Calibration, _options.Reconstruction, 0, Report, _cancellation);
        var ranked = step.Ranked(RankingSets.Normalization(_options.Normalization, _options.Ranking, criterion));
        var ladder = new SizeLadder([.. ranked.Select((scores, group) => rules.Size(group, scores))]);
        var undo = new ModelSnapshot((nn.Module)_model);
        try
        {
            var sizes = Fit(ladder, undo, before, rules);
            var kept = step.Scores.Zip(sizes, static (scores, size) => NeuronSelection.Keep(scores, size)).ToArray();
            var layers = step.Apply(kept);
            return new PruneReport(
                criterion.Name,
                _options.Budget.Unit,
                before,
                Measure(),
                [.. _model.Groups.Zip(step.Scores, kept).Select(static item => new PrunedGroup(
                    item.First.Name,
                    item.Second.Values.Length,
                    Array.ConvertAll(item.Third, static neuron => (int)neuron),
                    item.Second.Values.Min(),
                    item.Second.Values.Max()))],
                layers);
        }
        catch
        {
            undo.Restore();
            throw;
        }
    }

    // The first step that keeps the budget; what a model costs never grows from step to step.
    private int[] Fit(SizeLadder ladder, ModelSnapshot undo, double before, GroupRules rules)
    {
        var allowed = before * _options.Budget.Share * (1 + 1e-12);
        var (tooMany, enough) = (-1, ladder.Steps);
        for (var tried = 1; enough - tooMany > 1; tried++)
        {
            var middle = (enough + tooMany) / 2;
            (tooMany, enough) = MeasureAt(ladder.Sizes(middle)) <= allowed ? (tooMany, middle) : (middle, enough);
            Report("budget", tried, null);
        }

        // The last step is measured when nothing else is left.
        if (enough == ladder.Steps && MeasureAt(ladder.Sizes(enough)) is var least && least > allowed)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"The budget of {100 * _options.Budget.Share:0.#} % of {before:#,0.##} {_options.Budget.Unit} cannot be met: {least:#,0.##} ({100 * least / before:0.0} %) are left when all neurons have gone that may. In the way: {rules.InTheWay()}."));
        }

        return ladder.Sizes(enough);

        double MeasureAt(int[] sizes)
        {
            _cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            foreach (var (group, size) in _model.Groups.Zip(sizes))
            {
                _model.Clip(group, [.. Enumerable.Range(0, size).Select(static neuron => (long)neuron)]);
            }

            var cost = Measure();
            undo.Restore();
            return cost;
        }
    }

    // To export a recorded model is to record it again, and of neurons that are clipped to one, groups cannot be told apart.
    private double Measure()
    {
        var putBack = (_model as IRecordedModel)?.Recorded.KeepRecording();
        try
        {
            return _options.Budget.Measure(_model);
        }
        finally
        {
            putBack?.Invoke();
        }
    }

    private void Report(string stage, int done, int? total) => _options.Progress?.Report(new PruneProgress(stage, done, total));
}
