using DtcGen.Criteria;
using DtcGen.Recording;
using DtcGen.Runtime;
using DtcGen.Saving;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DtcGen.Calibrating;

/// <summary>
/// Refits the layers that lose inputs one after the other, as they run: each to what it made in the model before the clip, on what the
/// layers before it, clipped and refitted, give it now (He et al. 2017, arXiv 1707.06168, section 3.2). It is made before the clip and
/// applied after it; its tensors live in the dispose scope that it is made in.
/// </summary>
internal sealed class SequentialRefits
{
    private readonly nn.Module _model;
    private readonly Calibration _calibration;
    private readonly Reconstruction _options;
    private readonly Action<string, int, int?> _progress;
    private readonly CancellationToken _cancellation;
    private readonly ModelSnapshot _before;
    private readonly LosingLayer[] _layers;
    private readonly CallOrder _order;
    private readonly List<BatchNorm> _norms;

    /// <summary>Finds the layers, and in which order they run.</summary>
    /// <param name="model">The model, not clipped yet.</param>
    /// <param name="layers">Those that will lose inputs.</param>
    /// <param name="calibration">The batches.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told the stage, how much of it is done, and of how much.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    /// <exception cref="ArgumentException">A batch cannot be run, or holds NaN or infinity.</exception>
    public SequentialRefits(
        nn.Module model,
        IReadOnlyList<LosingLayer> layers,
        Calibration calibration,
        Reconstruction options,
        Action<string, int, int?> progress,
        CancellationToken cancellation)
    {
        (_model, _calibration, _options, _progress, _cancellation) = (model, calibration, options, progress, cancellation);
        _before = new ModelSnapshot(model);
        _norms = options.RefreshStatistics ? [.. NormStatistics.Of(model)] : [];
        _order = CallOrder.Of(model, [.. layers.Select(static losing => losing.Layer), .. _norms], calibration, cancellation);
        _layers = [.. layers.OrderBy(losing => _order.Place(losing.Layer))];
    }

    /// <summary>Refits them, and takes the statistics of normalisations anew, now that the model is clipped.</summary>
    public IReadOnlyList<RefittedLayer> Apply()
    {
        using var modes = new ModuleModes(_model);
        using var guard = no_grad();
        List<RefittedLayer> refitted = [];
        foreach (var losing in _layers)
        {
            using var scope = NewDisposeScope();
            RefreshBefore(losing);
            refitted.Add(Refit(losing));
            _progress("refit", refitted.Count, _layers.Length);
        }

        Refresh(_norms, RunWhole);
        return refitted;
    }

    // A layer is refitted on what the normalisations before it will make in the end.
    private void RefreshBefore(LosingLayer losing)
    {
        var place = _order.Place(losing.Layer);
        BatchNorm[] due = [.. _norms.Where(norm => _order.Place(norm) is > 0 and var its && its < place)];
        _norms.RemoveAll(due.Contains);
        Refresh(due, (batch, number) => _order.Watch(losing.Layer, batch, number));

        // Called so that hooks do not see it, it may come before this layer or behind; or it is not called at all.
        BatchNorm[] unseen = [.. _norms.Where(norm => _order.Place(norm) == 0)];
        _norms.RemoveAll(unseen.Except(Refresh(unseen, RunWhole)).Contains);
    }

    private IReadOnlyList<BatchNorm> Refresh(IEnumerable<BatchNorm> norms, Action<CalibrationBatch, int> run)
        => NormStatistics.Refresh([.. norms], _model, _calibration, run, _progress, _cancellation);

    private void RunWhole(CalibrationBatch batch, int number) => batch.RunChecked(_model, number);

    private RefittedLayer Refit(LosingLayer losing)
    {
        if (losing.Refusal is { } refusal)
        {
            return new RefittedLayer(losing.Name, null, null, refusal);
        }

        var inputs = new LayerInputs(losing.Name, losing.Layer, CriterionNeeds.Products);
        var errors = new LayerErrors(LayerWindows.Groups(losing.Layer), inputs.Weight);
        Gather(losing, inputs, errors);
        inputs.CheckFinite();
        return inputs.Refusal is null ? errors.Refit(inputs, _options.Ridge) : new RefittedLayer(losing.Name, null, null, inputs.Refusal);
    }

    // The model goes back and forth between what it was and what it is.
    private void Gather(LosingLayer losing, LayerInputs inputs, LayerErrors errors)
    {
        var after = new ModelSnapshot(_model);
        var staying = tensor(losing.StayingOutputs(inputs.Weight.shape[0] + losing.Outputs.Count), device: inputs.Weight.device);
        _calibration.ForEach(
            (batch, number) =>
            {
                _before.Restore();
                var wanted = _order.Watch(losing.Layer, batch, number);
                after.Restore();
                foreach (var (now, then) in _order.Watch(losing.Layer, batch, number).Zip(wanted))
                {
                    var kept = then.Output.index_select(LayerWindows.ChannelDimension(losing.Layer, then.Output), staying);
                    inputs.Add(now.Input, now.Output, (kept, errors));
                }
            },
            _cancellation);
    }
}
