using System.Globalization;
using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tomography;
using DtcGen.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Samples;

/// <summary>The cycles of training and clipping.</summary>
internal static class Compression
{
    /// <param name="model">The network; it is trained and clipped in place.</param>
    /// <param name="options">What the user asked for.</param>
    /// <param name="recipe">How it trains.</param>
    /// <param name="batches">What it learns from.</param>
    /// <param name="test">What its accuracy is measured on after each clip.</param>
    /// <param name="display">Gets a row for each cycle.</param>
    /// <param name="cycles">Gets a record of each cycle, also when the run is stopped later.</param>
    /// <param name="cancellationToken">Stops it after a step.</param>
    /// <returns>Where it ended, with the neurons that are left.</returns>
    /// <exception cref="TrainingStoppedException">The loss or a weight is not a number.</exception>
    public static CompressState Run<TModel>(
        TModel model,
        SampleOptions options,
        Recipe recipe,
        BatchSource batches,
        TensorImages test,
        IRunDisplay display,
        List<CycleResult> cycles,
        CancellationToken cancellationToken)
        where TModel : Module<Tensor, Tensor>, IDualTomographic
    {
        var schedule = new ShareSchedule(options.Sparsity, recipe.ClipShare, recipe.MultipleOf);
        var total = model.Groups.Max(group => schedule.CountCycles(checked((int)model.CountNeurons(group))));
        var tomography = new TomographySettings { Source = new NumPyMeasurements((uint)options.Seed) };
        using var stage = display.Begin("compress");
        var result = CompressTrain.Run(
            model,
            new CompressOptions
            {
                Batches = batches,
                Schedule = schedule,
                Loss = Objective.Create(model, options.Compressibility),
                Criterion = CreateCriterion(options, tomography),
                Optimizer = parameters => optim.Adam(parameters, recipe.CycleLearningRate),
                StepsPerCycle = recipe.BatchesPerCycle,
                Evaluate = network => Evaluation.Accuracy(network, test),
                Entropy = tomography,
                Progress = new Reporter<CycleRecord>(Record),
                StepProgress = new Reporter<TrainingStep>(step => stage.Update(
                    (step.Position.Step + 1.0) / ((long)total * recipe.BatchesPerCycle),
                    string.Create(CultureInfo.InvariantCulture, $"cycle {step.Position.Cycle + 1}/{total}, loss {step.Loss:F4}"))),
            },
            cancellation: cancellationToken);
        if (!result.Completed)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return result.State;

        void Record(CycleRecord record)
        {
            var cycle = CycleResult.From(record);
            if (cycles.Count == 0)
            {
                display.WriteLine(CycleRows.Header);
            }

            cycles.Add(cycle);
            display.WriteLine(CycleRows.Row(cycle));
        }
    }

    private static ICriterion CreateCriterion(SampleOptions options, TomographySettings tomography) => options.Criterion switch
    {
        CriterionChoice.Dtc => new DualTomographicCriterion(Variant.AsDescribed, tomography),
        CriterionChoice.Magnitude => new MagnitudeCriterion(),
        CriterionChoice.Random => new RandomCriterion((uint)options.Seed, reseeded: false),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Criterion, "Not a criterion."),
    };
}
