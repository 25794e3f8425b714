using System.Globalization;

namespace DtcGen.Training;

/// <summary>A compression's cycles as the rows of a table, written one by one as they happen.</summary>
internal static class CycleText
{
    /// <summary>What the numbers are.</summary>
    /// <param name="cycle">The first cycle: what it has no numbers of, the table has no column of.</param>
    public static string Header(CycleRecord cycle)
        => $"cycle  neurons  sparsity      loss{(cycle.Metric is null ? string.Empty : "    metric")}{(HasEntropy(cycle) ? "  entropy of previous ray  of next ray" : string.Empty)}  seconds";

    /// <summary>A cycle's numbers. Entropies are the means over the groups that have one, in nats.</summary>
    /// <param name="cycle">The cycle.</param>
    public static string Row(CycleRecord cycle)
    {
        var metric = cycle.Metric is { } value ? string.Create(CultureInfo.InvariantCulture, $"  {value,8:F4}") : string.Empty;
        var entropy = HasEntropy(cycle)
            ? $"  {Entropy(cycle.Groups.Average(static group => group.EntropyPrevious)),23}  {Entropy(cycle.Groups.Average(static group => group.EntropyNext)),11}"
            : string.Empty;
        var seconds = cycle.TrainSeconds + cycle.ClipSeconds + cycle.EvaluateSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{cycle.Cycle + 1,5}  {cycle.Neurons,7}  {cycle.Sparsity,8:F4}  {cycle.Loss,8:F4}{metric}{entropy}  {seconds,7:F2}");
    }

    private static bool HasEntropy(CycleRecord cycle)
        => cycle.Groups.Any(static group => group.EntropyPrevious is not null || group.EntropyNext is not null);

    // Where all measurements fall outside the histogram there is no entropy; 0 would be a lie.
    private static string Entropy(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "undefined";
}
