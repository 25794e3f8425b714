using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tomography;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DtcGen.Training;

/// <summary>What a <see cref="CompressTrain"/> does; only <see cref="Batches"/> and <see cref="Schedule"/> have no default.</summary>
public sealed record CompressOptions
{
    /// <summary>The default of <see cref="StepsPerCycle"/>, as in the published run.</summary>
    public const int DefaultStepsPerCycle = 200;

    /// <summary>What the model learns from.</summary>
    public required BatchSource Batches { get; init; }

    /// <summary>How many neurons leave, and when it ends.</summary>
    public required IClipSchedule Schedule { get; init; }

    /// <summary>Which neurons leave.</summary>
    public ICriterion Criterion { get; init; } = new DualTomographicCriterion();

    /// <summary>How the number that stays is decided, and ties.</summary>
    public SelectionRule Selection { get; init; } = SelectionRule.Count;

    /// <summary>
    /// Which neurons are compared with each other. Where groups are ranked together, the schedule is asked how many of all their
    /// neurons stay, and their scores are taken before any of them is clipped.
    /// </summary>
    public Ranking Ranking { get; init; }

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

    /// <summary>Whether all groups are scored before any of them is clipped.</summary>
    internal bool ClipsTogether => Ranking != Ranking.WithinGroups || Calibration is not null;

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Batches);
        ArgumentNullException.ThrowIfNull(Schedule);
        ArgumentNullException.ThrowIfNull(Criterion);
        ArgumentNullException.ThrowIfNull(Optimizer);
        ArgumentNullException.ThrowIfNull(Loss);
        ArgumentOutOfRangeException.ThrowIfNegative(StepsPerCycle);
        Reconstruction?.Check();
        Criterion.CheckNeeds(Calibration);
        if (Ranking != Ranking.WithinGroups && Selection != SelectionRule.Count)
        {
            throw new ArgumentException($"The selection rule {Selection} is one within a group: it has no meaning for the ranking {Ranking}.");
        }
    }
}
