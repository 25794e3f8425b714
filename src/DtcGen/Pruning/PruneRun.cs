using DtcGen.Criteria;
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
        var rules = new GroupRules(_model, _options.SizeRules, _options.Ranking);
        var fit = new BudgetFit(_model, _options.Budget, rules, Report, _cancellation);
        var before = fit.Measure();
        var step = new ClipStep(_model, criterion, _options.Calibration, _options.Reconstruction, 0, Report, _cancellation);
        var ranked = step.Ranked(RankingSets.Normalization(_options.Normalization, _options.Ranking, criterion));
        var ladder = new SizeLadder([.. ranked.Select((scores, group) => rules.Size(group, scores, rules.Most(group, scores.Length)))]);
        var undo = new ModelSnapshot((nn.Module)_model);
        try
        {
            var (sizes, _) = fit.Find(ladder, undo, before, _options.Budget.Share);
            var kept = step.Scores.Zip(sizes, static (scores, size) => NeuronSelection.Keep(scores, size)).ToArray();
            var layers = step.Apply(kept);
            return new PruneReport(
                criterion.Name,
                _options.Budget.Unit,
                before,
                fit.MeasureFound(before, _options.Budget.Share),
                [.. _model.Groups.Zip(step.Scores, kept).Select(static item => new PrunedGroup(
                    item.First.Name,
                    item.Second.Values.Length,
                    Array.ConvertAll(item.Third, static neuron => (int)neuron),
                    item.Second.Values.Min(),
                    item.Second.Values.Max()))],
                layers)
            {
                Remark = fit.Remark,
            };
        }
        catch
        {
            undo.Restore();
            throw;
        }
    }

    private void Report(string stage, int done, int? total) => _options.Progress?.Report(new PruneProgress(stage, done, total));
}
