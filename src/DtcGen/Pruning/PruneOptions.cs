using DtcGen.Criteria;

namespace DtcGen;

/// <summary>How a model is pruned; only <see cref="Budget"/> has no default.</summary>
public sealed record PruneOptions
{
    /// <summary>How much may stay.</summary>
    public required Budget Budget { get; init; }

    /// <summary>
    /// Which neurons leave. Null, the default: with batches, those that the layers behind them can best do without
    /// (<see cref="OutputCriterion"/>); without, those with the least L2 norm.
    /// </summary>
    public ICriterion? Criterion { get; init; }

    /// <summary>Which neurons are compared with each other.</summary>
    public Ranking Ranking { get; init; }

    /// <summary>
    /// What scores are divided by before groups are compared. Null, the default: their group's mean, or nothing where
    /// <see cref="ICriterion.ComparesGroups"/> says that they compare as they are.
    /// </summary>
    public ScoreNormalization? Normalization { get; init; }

    /// <summary>Batches for criteria that look at data, and for reconstruction.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>How the layers behind are refitted where there are batches; null for not at all.</summary>
    public Reconstruction? Reconstruction { get; init; } = new();

    /// <summary>How many neurons of a group stay at least; 1 or more.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>
    /// What the number that stays in a group is a multiple of, where it is fewer than there were; the next above what the budget
    /// takes. ONNX Runtime's convolutions take blocks of 8 or 16 channels.
    /// </summary>
    public int RoundTo { get; init; } = 1;

    /// <summary>What is asked of single layers.</summary>
    public IReadOnlyList<LayerRule> Rules { get; init; } = [];

    /// <summary>Told as it goes on.</summary>
    public IProgress<PruneProgress>? Progress { get; init; }

    internal SizeRules SizeRules => new(Rules, Minimum, RoundTo);

    internal ICriterion EffectiveCriterion => Criterion ?? (Calibration is null
        ? new NormCriterion(NormOrder.L2)
        : new OutputCriterion(Reconstruction?.Ridge ?? Reconstruction.DefaultRidge));

    internal void Check()
    {
        ArgumentNullException.ThrowIfNull(Budget);
        SizeRules.Check();
        Reconstruction?.Check(Calibration);
        EffectiveCriterion.CheckNeeds(Calibration);
    }
}
