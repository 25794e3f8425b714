namespace DtcGen.Samples;

/// <summary>What the user asked for.</summary>
/// <param name="Data">The folder with the data, or null to look in the usual places.</param>
/// <param name="Download">Whether to fetch the data into the cache.</param>
/// <param name="Sparsity">The share of neurons to remove, in [0, 1).</param>
/// <param name="Criterion">What decides which neurons leave.</param>
/// <param name="Seed">Decides everything that is random.</param>
/// <param name="Out">The folder to write to.</param>
/// <param name="Quick">Whether to use little data and few steps.</param>
/// <param name="Compressibility">The multiple of the compressibility loss that training adds, finite and at least 0.</param>
public sealed record SampleOptions(
    string? Data, bool Download, double Sparsity, CriterionChoice Criterion, long Seed, string Out, bool Quick, double Compressibility = 0);
