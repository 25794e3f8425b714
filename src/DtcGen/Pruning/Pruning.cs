using DtcGen.Recording;
using DtcGen.Runtime;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>Prunes a model in one call, without training.</summary>
public static class Pruning
{
    /// <summary>
    /// Scores the neurons of all groups, finds the sizes at which the model keeps the budget, clips, and, where there are batches, refits
    /// the layers behind what left. Each module is given back in the mode that it came in.
    /// </summary>
    /// <remarks>
    /// Nothing is changed before all is known to be in order, and whatever is thrown later, cancellation included, leaves the
    /// model as it was. A model belongs to one thread at a time, as for <see cref="IDualTomographic.Clip"/>.
    /// </remarks>
    /// <param name="model">
    /// A model of a class marked <see cref="DualTomographicAttribute"/>; one that must be recorded is, with the first batch.
    /// </param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">
    /// The model has no neurons that can leave, the options contradict each other or name layers that are not there, or a batch
    /// cannot be run.
    /// </exception>
    /// <exception cref="InvalidOperationException">The budget cannot be met, or the model is in use by another thread.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static PruneReport Run(IDualTomographic model, PruneOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        using var use = ModelUse.Change(model, "pruning");
        using var scope = NewDisposeScope();
        if (model is IRecordedModel { IsRecorded: false } recorded)
        {
            Record(recorded, options.Calibration, cancellation);
        }

        PruneRun.CheckGroups(model);
        return new PruneRun(model, options, cancellation).Run();
    }

    private static void Record(IRecordedModel model, Calibration? calibration, CancellationToken cancellation)
    {
        IReadOnlyList<Tensor>? example = null;
        calibration?.ForEach(
            (batch, _) => example = [.. batch.Inputs.Select(static input => input.detach().clone().MoveToOuterDisposeScope())],
            cancellation,
            most: 1);
        if (example is { Count: > 0 })
        {
            model.RecordInputs(example);
        }
    }
}
