namespace DtcGen.Samples.InferenceApp;

/// <summary>What became of a group of neurons.</summary>
/// <param name="Name">The group's name.</param>
/// <param name="Before">How many there were before any left.</param>
/// <param name="After">How many are left.</param>
/// <param name="Kept">Those that are left, by their numbers before any left; null when all are, or the file only counts them.</param>
internal sealed record NeuronFacts(string Name, int Before, int After, IReadOnlyList<int>? Kept);
