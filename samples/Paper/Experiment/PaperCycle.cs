namespace DtcGen.Samples.Paper;

/// <summary>What one cycle of training and clipping left behind.</summary>
/// <param name="Neurons">Neurons after the clip.</param>
/// <param name="Accuracy">Test accuracy right after the clip: the mean of the test batches' accuracies.</param>
/// <param name="Rays">What the weight rays showed at the clip, or null for a method without them.</param>
internal sealed record PaperCycle(int Neurons, double Accuracy, RayRecord? Rays);
