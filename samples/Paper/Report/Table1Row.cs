namespace DtcGen.Samples.Paper;

/// <summary>One cycle in Table 1.</summary>
/// <param name="Sparsity">Share of neurons removed.</param>
/// <param name="Neurons">Neurons left.</param>
/// <param name="Accuracy">For each method shown, the smoothed accuracy as published and ours.</param>
internal sealed record Table1Row(double Sparsity, int Neurons, IReadOnlyList<(double Published, double Ours)> Accuracy);
