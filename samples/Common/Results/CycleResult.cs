using DtcGen.Training;

namespace DtcGen.Samples;

/// <summary>One cycle in result.json: some training, then a clip.</summary>
/// <param name="Cycle">Its number, from 1.</param>
/// <param name="Neurons">The neurons left after it.</param>
/// <param name="Sparsity">The share of the neurons that has left.</param>
/// <param name="Accuracy">The accuracy on the test set right after the clip.</param>
/// <param name="EntropyPrevious">The Gibbs entropy of the previous ray's measurements, in nats: the mean over the
/// groups where it is defined; null where there is none.</param>
/// <param name="EntropyNext">The same for the next ray.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Groups">Each group of neurons.</param>
public sealed record CycleResult(
    int Cycle,
    long Neurons,
    double Sparsity,
    double Accuracy,
    double? EntropyPrevious,
    double? EntropyNext,
    double Seconds,
    IReadOnlyList<GroupResult> Groups)
{
    internal static CycleResult From(CycleRecord record) => new(
        record.Cycle + 1,
        record.Neurons,
        record.Sparsity,
        record.Metric ?? double.NaN,

        // The mean of no values is null.
        record.Groups.Average(group => group.EntropyPrevious),
        record.Groups.Average(group => group.EntropyNext),
        record.TrainSeconds + record.ClipSeconds + record.EvaluateSeconds,
        [.. record.Groups.Select(group => new GroupResult(group.Name, group.NeuronsAfter, group.EntropyPrevious, group.EntropyNext))]);
}
