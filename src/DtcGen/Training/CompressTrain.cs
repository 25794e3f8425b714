using System.Diagnostics;
using System.Runtime.CompilerServices;
using DtcGen.Criteria;
using DtcGen.Entropy;
using DtcGen.Recording;
using DtcGen.Runtime;
using DtcGen.Saving;
using DtcGen.Tomography;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Training;

/// <summary>
/// Compresses while training: cycles of some steps with a new optimizer, then one clip of every neuron group by
/// its own scores, until the schedule is through or the budget is kept.
/// </summary>
public sealed class CompressTrain
{
    private static readonly ConditionalWeakTable<Exception, CompressState> States = [];

    private readonly Module<Tensor, Tensor> _model;
    private readonly IDualTomographic _neurons;
    private readonly CompressOptions _options;
    private readonly InverseCompressedSensing? _entropy;
    private readonly ClipPlan _plan;

    private CompressTrain(Module<Tensor, Tensor> model, IDualTomographic neurons, CompressOptions options, CancellationToken cancellation)
    {
        _model = model;
        _neurons = neurons;
        _options = options;
        _entropy = options.Entropy is { } settings ? new InverseCompressedSensing(settings) : null;
        _plan = ClipPlan.Of(neurons, options, cancellation);
    }

    /// <summary>
    /// Runs the cycles. Cancelling is not an error: the run stops after the step at hand, and what is done
    /// stands. However it ends, each module is given back in the mode, training or evaluation, that it came in.
    /// </summary>
    /// <remarks>
    /// A clip is done once <see cref="CompressOptions.Evaluate"/> has returned. Until then whatever is thrown, by a criterion at a
    /// later group say, makes the model as large as it was; the cycle's training stands. What <see cref="CompressOptions.Progress"/>
    /// and <see cref="CompressOptions.Checkpoint"/> throw changes nothing of the cycle that they are told of. What the options' own
    /// code throws comes out as it is, and <see cref="StateOf"/> tells the state to go on from.
    /// <para>
    /// A model belongs to one thread at a time: until this returns, no other thread may run its forward, read its parameters, save it
    /// or clip it, other than what the options' own code waits for. A clip, a recording, a proof, an export and another compression that
    /// another thread tries are refused; a forward of its own is not seen, and can end the process.
    /// </para>
    /// </remarks>
    /// <typeparam name="TModel">A model class marked <see cref="DualTomographicAttribute"/>.</typeparam>
    /// <param name="model">The model; it is trained and clipped in place.</param>
    /// <param name="options">How.</param>
    /// <param name="resumeFrom">A saved state to go on from, the model having its weights; null to begin.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">
    /// The model has no neurons that can leave, or is not the one of the saved state; or the options contradict each other or name layers
    /// that are not there.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// Layers share weights in a way that no clip keeps, the budget cannot be met, or another thread uses the model. No step was taken.
    /// </exception>
    /// <exception cref="TrainingStoppedException">The loss or a weight is NaN or infinite.</exception>
    public static CompressResult Run<TModel>(
        TModel model, CompressOptions options, CompressState? resumeFrom = null, CancellationToken cancellation = default)
        where TModel : Module<Tensor, Tensor>, IDualTomographic
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        using var use = ModelUse.Change(model, "compression");
        if (model is IRecordedModel { IsRecorded: false } recorded)
        {
            using var scope = NewDisposeScope();
            recorded.RecordInputs(options.Batches(new TrainingPosition(0, 0, 0)).Inputs);
        }

        PruneRun.CheckGroups(model);
        foreach (var group in model.Groups)
        {
            // Before any step: layers that share a weight, so that no clip could be made.
            model.Clip(group, [.. Enumerable.Range(0, checked((int)model.CountNeurons(group))).Select(static neuron => (long)neuron)]);
        }

        using (NewDisposeScope())
        {
            options.Reconstruction?.FindOutput(model, options.Calibration, cancellation);
        }

        return new CompressTrain(model, model, options, cancellation).Run(resumeFrom, cancellation);
    }

    /// <summary>
    /// Where the compression stood that an exception came out of: with the model as it is then, <see cref="Run"/> goes on from it.
    /// </summary>
    /// <param name="exception">What was caught.</param>
    /// <returns>
    /// The state; null for an exception that came before the first step, or not from a compression. Then call <see cref="Run"/> as before.
    /// </returns>
    public static CompressState? StateOf(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return States.TryGetValue(exception, out var state) ? state : null;
    }

    private CompressResult Run(CompressState? resumeFrom, CancellationToken cancellation)
    {
        var state = resumeFrom ?? new CompressState([.. _neurons.Groups.Select(Count)], 0, []);
        CheckResumed(state);
        using var modes = new ModuleModes(_model);
        try
        {
            state = _plan.Begin(state);
            while (_plan.Next(state) is { } plan)
            {
                var record = RunCycle(state, plan, cancellation);
                state = state with { Steps = state.Steps + _options.StepsPerCycle, Cycles = [.. state.Cycles, record] };
                _options.Progress?.Report(record);
                _options.Checkpoint?.Invoke(state);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return new CompressResult(state, Completed: false);
        }
        catch (Exception stopped)
        {
            States.AddOrUpdate(stopped, state);
            throw;
        }

        return new CompressResult(state, Completed: true);
    }

    private CycleRecord RunCycle(
        CompressState state, Func<double[][], ModelSnapshot, PlannedSizes> plan, CancellationToken cancellation)
    {
        var position = new TrainingPosition(state.Cycles.Count, 0, state.Steps);
        var clock = Stopwatch.StartNew();
        var loss = Train(position, state, cancellation);
        var trainSeconds = Lap(clock);
        cancellation.ThrowIfCancellationRequested();
        if (TrainingLoop.FindNonFinite(_model) is { } layer)
        {
            throw new TrainingStoppedException("a weight", position with { StepInCycle = _options.StepsPerCycle }, layer, state.Cycles);
        }

        // Holds what the clips cut off until nothing can fail any more.
        using var scope = NewDisposeScope();
        var before = new ModelSnapshot(_model);
        try
        {
            var (groups, layers, cost) = _options.ClipsTogether
                ? ClipTogether(plan, before, position.Cycle, cancellation)
                : (ClipInTurn(plan, before, position.Cycle), [], null);
            var clipSeconds = Lap(clock);
            var metric = Evaluate();
            var left = groups.Sum(group => group.NeuronsAfter);
            return new CycleRecord
            {
                Cycle = position.Cycle,
                Groups = groups,
                Layers = layers,
                Neurons = left,
                Cost = cost,
                Sparsity = 1 - ((double)left / state.InitialNeurons.Sum()),
                Loss = loss,
                Metric = metric,
                TrainSeconds = trainSeconds,
                ClipSeconds = clipSeconds,
                EvaluateSeconds = Lap(clock),
            };
        }
        catch
        {
            before.Restore();
            throw;
        }
    }

    private double Train(TrainingPosition position, CompressState state, CancellationToken cancellation)
    {
        // The optimizer's state is made during its steps: it must outlive their scopes and end with the cycle.
        using var scope = NewDisposeScope();
        using var optimizer = _options.Optimizer(_model.parameters());
        try
        {
            var loop = _options.LossWithInputs is { } loss
                ? new TrainingLoop(_model, _options.Batches, loss)
                : new TrainingLoop(_model, _options.Batches, _options.Loss);
            return loop.Run(optimizer, _options.StepsPerCycle, position, _options.StepProgress, cancellation);
        }
        catch (TrainingStoppedException stopped)
        {
            throw new TrainingStoppedException("the loss", stopped.Position, stopped.Layer, state.Cycles);
        }
    }

    // The scores of a group are taken after the groups before it were clipped; how many leave does not depend on them.
    private GroupRecord[] ClipInTurn(Func<double[][], ModelSnapshot, PlannedSizes> plan, ModelSnapshot before, int cycle)
        => [.. _neurons.Groups.Zip(
            plan([.. _neurons.Groups.Select(group => new double[Count(group)])], before).Sizes,
            (group, size) => ClipGroup(group, size, cycle))];

    private GroupRecord ClipGroup(NeuronGroup group, int count, int cycle)
    {
        using var scope = NewDisposeScope();
        var before = Count(group);
        var context = CriterionContext.Read(_neurons, group, cycle);
        var scores = _options.Criterion.Score(context);
        var kept = Keep(scores, count);
        if (count < before)
        {
            _neurons.Clip(group, kept);
        }

        return Record(context, scores, kept);
    }

    private (GroupRecord[] Groups, IReadOnlyList<RefittedLayer> Layers, double? Cost) ClipTogether(
        Func<double[][], ModelSnapshot, PlannedSizes> plan, ModelSnapshot before, int cycle, CancellationToken cancellation)
    {
        var step = new ClipStep(
            _neurons, _options.Criterion, _options.Calibration, _options.Reconstruction, cycle, static (_, _, _) => { }, cancellation);
        var (sizes, cost) = plan(
            step.Ranked(RankingSets.Normalization(_options.Normalization, _options.Ranking, _options.Criterion)), before);
        var kept = step.Scores.Zip(sizes, Keep).ToArray();
        var layers = step.Apply(kept);
        return ([.. step.Contexts.Zip(step.Scores, kept).Select(item => Record(item.First, item.Second, item.Third))], layers, cost);
    }

    private long[] Keep(NeuronScores scores, int count) => count == scores.Values.Length
        ? [.. Enumerable.Range(0, count).Select(static neuron => (long)neuron)]
        : NeuronSelection.Keep(scores, count, _options.Selection);

    private GroupRecord Record(CriterionContext context, NeuronScores scores, long[] kept)
    {
        var (previous, next) = MeasureEntropy(context, scores);
        return new GroupRecord
        {
            Name = context.Group.Name,
            NeuronsBefore = context.Neurons,
            NeuronsAfter = Count(context.Group),
            Kept = Array.ConvertAll(kept, static neuron => (int)neuron),
            EntropyPrevious = previous,
            EntropyNext = next,
            Solver = scores.Rays is null ? null : SolverSummary.Of(scores.Rays),
        };
    }

    private (double? Previous, double? Next) MeasureEntropy(CriterionContext context, NeuronScores scores)
    {
        if (_entropy is null)
        {
            return (null, null);
        }

        var (previous, next) = scores.Rays is { } rays
            ? (rays.Previous.Measurements, rays.Next.Measurements)
            : _entropy.Measure(context.Sums);
        return (GibbsEntropy.Nats(previous), GibbsEntropy.Nats(next));
    }

    private double? Evaluate()
    {
        if (_options.Evaluate is null)
        {
            return null;
        }

        using var scope = NewDisposeScope();
        using var guard = no_grad();
        _model.eval();
        try
        {
            return _options.Evaluate(_model);
        }
        finally
        {
            _model.train();
        }
    }

    private void CheckResumed(CompressState state)
    {
        var sizes = state.Sizes;
        if (!sizes.SequenceEqual(_neurons.Groups.Select(Count)))
        {
            throw new ArgumentException(
                $"The model has {string.Join(", ", _neurons.Groups.Select(Count))} neurons, the saved run {string.Join(", ", sizes)}. " +
                $"Load its saved weights into a fresh model with {nameof(PrunedModel.LoadPruned)} first.", nameof(state));
        }
    }

    private int Count(NeuronGroup group) => checked((int)_neurons.CountNeurons(group));

    private static double Lap(Stopwatch clock)
    {
        var seconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        return seconds;
    }
}
