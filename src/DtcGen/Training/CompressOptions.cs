using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tomography;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Training;

/// <summary>
/// What a <see cref="CompressTrain"/> does; only <see cref="Batches"/> have no default, and one of <see cref="Schedule"/> and
/// <see cref="Budget"/> must be given.
/// </summary>
public sealed record CompressOptions
{
    /// <summary>The default of <see cref="StepsPerCycle"/>, as in the published run.</summary>
    public const int DefaultStepsPerCycle = 200;

    /// <summary>What the model learns from.</summary>
    public required BatchSource Batches { get; init; }

    /// <summary>
    /// How many neurons leave at each clip, and when it ends. Where there is a <see cref="Budget"/>, which says when it ends, a
    /// <see cref="CycleSchedule"/> without a sparsity says in how many clips, and null is a <see cref="GeometricSchedule"/>.
    /// </summary>
    public IClipSchedule? Schedule { get; init; }

    /// <summary>
    /// How much of the model as it is at first may stay at the end; null where the schedule says how many neurons stay. It is measured at
    /// each clip, on the model.
    /// </summary>
    public Budget? Budget { get; init; }

    /// <summary>Which neurons leave.</summary>
    public ICriterion Criterion { get; init; } = new DualTomographicCriterion();

    /// <summary>How the number that stays is decided, and ties.</summary>
    public SelectionRule Selection { get; init; } = SelectionRule.Count;

    /// <summary>
    /// Which neurons are compared with each other. Where groups are ranked together, the schedule is asked how many of all their
    /// neurons stay, and their scores are taken before any of them is clipped.
    /// </summary>
    public Ranking Ranking { get; init; }

    /// <summary>
    /// How many neurons of a group stay at least; 1 or more. With this, <see cref="RoundTo"/>, <see cref="Rules"/> or a
    /// <see cref="Budget"/>, the scores of all groups are taken before any of them is clipped.
    /// </summary>
    public int Minimum { get; init; } = 1;

    /// <summary>
    /// What the number that stays in a group is a multiple of, where it is fewer than there were; the next above what the schedule or the
    /// budget takes.
    /// </summary>
    public int RoundTo { get; init; } = 1;

    /// <summary>
    /// What is asked of single layers. Those with a share or a maximum of their own go there on the schedule's way, which
    /// <see cref="ShareSchedule"/> and every <see cref="CycleSchedule"/> know.
    /// </summary>
    public IReadOnlyList<LayerRule> Rules { get; init; } = [];

    /// <summary>What scores are divided by before groups are compared; null as for <see cref="PruneOptions.Normalization"/>.</summary>
    public ScoreNormalization? Normalization { get; init; }

    /// <summary>
    /// Batches for criteria that look at data, and for reconstruction; they are gone through at each clip. Null, the default: none.
    /// </summary>
    public Calibration? Calibration { get; init; }

    /// <summary>
    /// How the layers behind are refitted after each clip where there is a <see cref="Calibration"/>; null for not at all.
    /// </summary>
    public Reconstruction? Reconstruction { get; init; } = new();

    /// <summary>Makes an optimizer from the model's parameters; called at the start of every cycle, because a clip replaces them.</summary>
    public Func<IEnumerable<Parameter>, optim.Optimizer> Optimizer { get; init; } = parameters => optim.Adam(parameters, 1e-3);

    /// <summary>From the model's output and the targets, a scalar.</summary>
    public Func<Tensor, Tensor, Tensor> Loss { get; init; } = TrainingLoop.CrossEntropy;

    /// <summary>
    /// A loss that looks at the inputs too, as <see cref="Distillation.Loss"/> does: from the batch's inputs, the model's output and the
    /// targets, a scalar. It takes the place of <see cref="Loss"/>; null, the default, leaves it.
    /// </summary>
    public Func<Tensor, Tensor, Tensor, Tensor>? LossWithInputs { get; init; }

    /// <summary>Steps before each clip; at least 0.</summary>
    public int StepsPerCycle { get; init; } = DefaultStepsPerCycle;

    /// <summary>Measures the model right after each clip, in evaluation mode and without gradients; accuracy, say.</summary>
    public Func<Module<Tensor, Tensor>, double>? Evaluate { get; init; }

    /// <summary>
    /// With it, each clip measures the Gibbs entropy of the weight rays (arXiv 2505.23869, section 3) for its record: on the
    /// criterion's own rays, or, where it makes none, on rays measured in this way. Null, the default: none is measured.
    /// </summary>
    public TomographySettings? Entropy { get; init; }

    /// <summary>Told after each cycle.</summary>
    public IProgress<CycleRecord>? Progress { get; init; }

    /// <summary>Told after each step.</summary>
    public IProgress<TrainingStep>? StepProgress { get; init; }

    /// <summary>
    /// Called after each cycle, to save the state and the model; a run that is interrupted can then go on from
    /// the last one (<see cref="CompressTrain.Run"/> with <c>resumeFrom</c>).
    /// </summary>
    public Action<CompressState>? Checkpoint { get; init; }

    internal SizeRules SizeRules => new(Rules, Minimum, RoundTo);

    internal IClipSchedule EffectiveSchedule => Schedule ?? new GeometricSchedule();

    /// <summary>Whether all groups are scored before any of them is clipped.</summary>
    internal bool ClipsTogether
        => Ranking != Ranking.WithinGroups || Calibration is not null || Budget is not null || !SizeRules.AreNone;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Batches);
        ArgumentNullException.ThrowIfNull(Criterion);
        ArgumentNullException.ThrowIfNull(Optimizer);
        ArgumentNullException.ThrowIfNull(Loss);
        ArgumentOutOfRangeException.ThrowIfNegative(StepsPerCycle);
        SizeRules.Check();
        CheckEnd();
        Reconstruction?.Check(Calibration);
        Criterion.CheckNeeds(Calibration);
        if (Ranking != Ranking.WithinGroups && Selection != SelectionRule.Count)
        {
            throw new ArgumentException($"The selection rule {Selection} is one within a group: it has no meaning for the ranking {Ranking}.");
        }

        if (Selection != SelectionRule.Count && (Budget is not null || !SizeRules.AreNone))
        {
            throw new ArgumentException(
                $"The selection rule {Selection} decides itself how many stay: it has no meaning with a budget, a minimum, multiples or rules.");
        }
    }

    private void CheckEnd()
    {
        if (Schedule is null && Budget is null)
        {
            throw new ArgumentException($"Nothing says how many neurons leave: set {nameof(Schedule)} or {nameof(Budget)}.");
        }

        if (Budget is not null && EffectiveSchedule is not CycleSchedule { TargetSparsity: null })
        {
            throw new ArgumentException(
                $"The {Schedule!.GetType().Name} has an end of its own, and so has the budget: leave one of them out, "
                + $"or take a schedule without a sparsity, as new {nameof(GeometricSchedule)}(cycles: 10).");
        }

        if (Budget is null && Schedule is CycleSchedule { TargetSparsity: null })
        {
            throw new ArgumentException(
                $"The {Schedule.GetType().Name} was made without a sparsity, so that it has no end: give it one, or set {nameof(Budget)}.");
        }

        if (EffectiveSchedule is not ITargetedSchedule
            && Rules.FirstOrDefault(static rule => rule.Share is not null || rule.Maximum is not null) is { } rule)
        {
            throw new ArgumentException(
                $"The rule for '{rule.Layers}' has an end of its own, to which the {Schedule!.GetType().Name} knows no way: "
                + $"take a {nameof(ShareSchedule)}, {nameof(GeometricSchedule)} or {nameof(CubicSchedule)}.");
        }
    }
}
