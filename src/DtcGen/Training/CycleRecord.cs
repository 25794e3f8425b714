using System.Globalization;
using System.Text.Json.Serialization;

namespace DtcGen.Training;

/// <summary>What one cycle of training and clipping did.</summary>
public sealed record CycleRecord
{
    /// <summary>The cycle, from 0.</summary>
    public required int Cycle { get; init; }

    /// <summary>Each group, in the model's order.</summary>
    public required IReadOnlyList<GroupRecord> Groups { get; init; }

    /// <summary>Each layer that was refitted after the clip.</summary>
    public IReadOnlyList<RefittedLayer> Layers { get; init; } = [];

    /// <summary>All groups' neurons after the clip.</summary>
    public required int Neurons { get; init; }

    /// <summary>How much is left of what <see cref="CompressOptions.Budget"/> counts; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Cost { get; init; }

    /// <summary>The share of neurons that has left since the run began.</summary>
    public required double Sparsity { get; init; }

    /// <summary>The mean loss over the cycle's steps.</summary>
    public required double Loss { get; init; }

    /// <summary>What the evaluator said right after the clip; null without one.</summary>
    public required double? Metric { get; init; }

    /// <summary>Seconds of training.</summary>
    public required double TrainSeconds { get; init; }

    /// <summary>Seconds of scoring and clipping.</summary>
    public required double ClipSeconds { get; init; }

    /// <summary>Seconds of evaluation.</summary>
    public required double EvaluateSeconds { get; init; }

    /// <summary>
    /// A line on the cycle, as <c>cycle 3: 371 neurons left (27.5 % gone), loss 0.0512, metric 0.9795</c>, and one for each group.
    /// </summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"cycle {Cycle}: {Neurons} neurons left ({100 * Sparsity:0.0} % gone), loss {Loss:G4}{(Metric is { } metric ? $", metric {metric.ToString("G4", CultureInfo.InvariantCulture)}" : string.Empty)}")
        + string.Concat(Groups.Select(static group => $"\n  {group}"));
}
