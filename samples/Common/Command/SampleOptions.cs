using DtcGen.Criteria;
using DtcGen.Replay;
using DtcGen.Tomography;

namespace DtcGen.Samples;

/// <summary>What the user asked for.</summary>
/// <param name="Data">The folder with the data, or null to look in the usual places.</param>
/// <param name="Download">Whether to fetch the data into the cache.</param>
/// <param name="Sparsity">The share of neurons to remove, in [0, 1).</param>
/// <param name="Criterion">What decides which neurons leave: one of <see cref="Criteria"/>.</param>
/// <param name="Seed">Decides everything that is random.</param>
/// <param name="Out">The folder to write to.</param>
/// <param name="Quick">Whether to use little data and few steps.</param>
/// <param name="Compressibility">The multiple of the compressibility loss that training adds, finite and at least 0.</param>
public sealed record SampleOptions(
    string? Data, bool Download, double Sparsity, string Criterion, uint Seed, string Out, bool Quick, double Compressibility = 0)
{
    /// <summary>The criteria by name.</summary>
    public static string[] Criteria { get; } = ["dtc", "magnitude", "random"];

    /// <summary>How weight rays are measured.</summary>
    public TomographySettings Tomography => new() { Source = new NumPyMeasurements(Seed) };

    /// <summary>What decides which neurons leave.</summary>
    public ICriterion CreateCriterion() => Criterion switch
    {
        "dtc" => new DualTomographicCriterion(Variant.AsDescribed, Tomography),
        "magnitude" => new MagnitudeCriterion(),
        "random" => new RandomCriterion(Seed, reseeded: false),
        _ => throw new InvalidOperationException($"'{Criterion}' is not a criterion."),
    };
}
