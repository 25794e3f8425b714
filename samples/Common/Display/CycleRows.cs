using System.Globalization;

namespace DtcGen.Samples;

/// <summary>The table of cycles, written row by row while they happen. Entropies are Gibbs entropies, in nats.</summary>
internal static class CycleRows
{
    public const string Header = "cycle  neurons  sparsity  accuracy  entropy of previous ray  of next ray  seconds";

    public static string Row(CycleResult cycle) => string.Create(
        CultureInfo.InvariantCulture,
        $"{cycle.Cycle,5}  {cycle.Neurons,7}  {cycle.Sparsity,8:F4}  {cycle.Accuracy,8:F4}  {Entropy(cycle.EntropyPrevious),23}  {Entropy(cycle.EntropyNext),11}  {cycle.Seconds,7:F2}");

    // Where all measurements fall outside the histogram there is no entropy; 0 would be a lie.
    private static string Entropy(double? value) => value?.ToString("F4", CultureInfo.InvariantCulture) ?? "undefined";
}
