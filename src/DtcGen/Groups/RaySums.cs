namespace DtcGen;

/// <summary>
/// What the two weight rays of a group are reconstructed from: one sum per neuron on either side of it
/// (arXiv 2505.23869, row sums of adjacent layers).
/// </summary>
/// <param name="Previous">For each neuron, the sum of the weights that lead into it.</param>
/// <param name="Next">For each neuron, the sum of the weights that lead out of it.</param>
public sealed record RaySums(double[] Previous, double[] Next);
