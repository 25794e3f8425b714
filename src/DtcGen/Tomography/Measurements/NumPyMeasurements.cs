using DtcGen.RandomNumbers;

namespace DtcGen.Tomography;

/// <summary>Φ from NumPy's legacy generator, reseeded for each Φ as the published runs do.</summary>
/// <param name="Seed">The seed of the generator.</param>
public sealed record NumPyMeasurements(uint Seed = NumPyMeasurements.PublishedSeed) : IMeasurementSource
{
    /// <summary>The seed of the published runs (arXiv 2505.23869, supplement).</summary>
    public const uint PublishedSeed = 42424242;

    /// <inheritdoc/>
    IGaussianStream IMeasurementSource.Open() => new NumPyLegacyRandom(Seed);
}
