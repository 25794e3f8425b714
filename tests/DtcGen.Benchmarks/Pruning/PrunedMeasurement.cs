namespace DtcGen.Benchmarks;

/// <summary>The accuracy of a network right after it was pruned, for each seed.</summary>
/// <param name="Criterion">Which neurons left.</param>
/// <param name="Refit">Whether the layer behind was refitted.</param>
/// <param name="Neurons">How many stayed.</param>
/// <param name="Accuracies">The accuracy on the test images, a number for each seed.</param>
internal sealed record PrunedMeasurement(string Criterion, bool Refit, int Neurons, IReadOnlyList<double> Accuracies);
