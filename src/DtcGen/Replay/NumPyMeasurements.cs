using DtcGen.RandomNumbers;
using DtcGen.Tomography;

namespace DtcGen.Replay;

/// <summary>
/// To repeat the published run (arXiv 2505.23869), its Φ: from NumPy's legacy generator, reseeded for each Φ. The default,
/// so that rays are the published ones.
/// </summary>
/// <param name="Seed">The seed of the generator.</param>
public sealed record NumPyMeasurements(uint Seed = NumPyMeasurements.PublishedSeed) : IMeasurementSource
{
    /// <summary>The seed of the published runs (arXiv 2505.23869, supplement).</summary>
    public const uint PublishedSeed = 42424242;

    /// <inheritdoc/>
    IGaussianStream IMeasurementSource.Open() => new NumPyLegacyRandom(Seed);
}
