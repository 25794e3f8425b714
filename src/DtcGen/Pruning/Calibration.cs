using DtcGen.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace DtcGen;

/// <summary>
/// Batches that a model is looked at with while it is pruned: criteria that look at data, and reconstruction, need some. They are gone
/// through several times, in order; a few hundred samples of what the model will see are a good beginning.
/// </summary>
public sealed class Calibration
{
    private readonly IEnumerable<CalibrationBatch> _batches;

    private Calibration(IEnumerable<CalibrationBatch> batches, bool hasLoss, bool hasTargets = false)
        => (_batches, HasLoss, HasTargets) = (batches, hasLoss, hasTargets);

    /// <summary>Whether there is a loss, which criteria that look at gradients need.</summary>
    public bool HasLoss { get; }

    /// <summary>Whether the loss is one of the model's output and of targets.</summary>
    internal bool HasTargets { get; }

    /// <summary>Batches without targets, of a model that takes one tensor.</summary>
    /// <param name="batches">At least one, each as forward takes it; a sequence that can be gone through again and again.</param>
    public static Calibration Inputs(params IEnumerable<Tensor> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return new Calibration(
            batches.Select(static input => new CalibrationBatch([input], model => Network(model).call(input))), hasLoss: false);
    }

    /// <summary>Batches with targets, of a model that takes one tensor.</summary>
    /// <param name="batches">At least one; a sequence that can be gone through again and again.</param>
    /// <param name="loss">From the model's output and the targets, a scalar; null for cross-entropy.</param>
    public static Calibration Labelled(
        IEnumerable<(Tensor Inputs, Tensor Targets)> batches, Func<Tensor, Tensor, Tensor>? loss = null)
    {
        ArgumentNullException.ThrowIfNull(batches);
        loss ??= TrainingLoop.CrossEntropy;
        return new Calibration(
            batches.Select(batch => new CalibrationBatch(
                [batch.Inputs], model => Network(model).call(batch.Inputs), (batch.Targets, loss))),
            hasLoss: true,
            hasTargets: true);
    }

    /// <summary>Batches of any kind, for a model that is called in a way of its own.</summary>
    /// <typeparam name="TModel">The model's class.</typeparam>
    /// <typeparam name="TBatch">What a batch is.</typeparam>
    /// <param name="batches">At least one; a sequence that can be gone through again and again.</param>
    /// <param name="loss">Runs the model on a batch; returns the loss, a scalar.</param>
    public static Calibration Of<TModel, TBatch>(IEnumerable<TBatch> batches, Func<TModel, TBatch, Tensor> loss)
        where TModel : nn.Module
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(loss);
        return new Calibration(
            batches.Select(batch => new CalibrationBatch([], model => loss(
                model as TModel ?? throw new ArgumentException(
                    $"The batches are for a {typeof(TModel).Name}, and the model is a {model.GetType().Name}."),
                batch))),
            hasLoss: true);
    }

    /// <summary>Goes through the batches, each in a dispose scope of its own.</summary>
    /// <param name="action">Is given each batch and its number, from 0.</param>
    /// <param name="cancellation">Looked at before each batch.</param>
    /// <param name="most">How many at most; the others are not drawn.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    internal void ForEach(Action<CalibrationBatch, int> action, CancellationToken cancellation, int most = int.MaxValue)
    {
        using var enumerator = _batches.GetEnumerator();
        for (var number = 0; number < most; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            if (!enumerator.MoveNext())
            {
                _ = number > 0 ? number : throw new ArgumentException("The calibration has no batches: at least one is needed.");
                return;
            }

            action(enumerator.Current, number);
        }
    }

    /// <summary>The model, as one from one tensor to one.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static nn.Module<Tensor, Tensor> Network(nn.Module model)
        => model as nn.Module<Tensor, Tensor> ?? throw new ArgumentException(
            $"The forward of {model.GetType().Name} is not from one tensor to one: use {nameof(Calibration)}.{nameof(Of)}, which calls it as you say.");
}
