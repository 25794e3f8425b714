using DtcGen.RandomNumbers;
using DtcGen.Replay;

namespace DtcGen.Tomography;

/// <summary>Φ from a fast counter-based generator, for large layers where no published numbers need to be met.</summary>
/// <param name="Seed">The seed of the generator.</param>
public sealed record CounterMeasurements(ulong Seed = NumPyMeasurements.PublishedSeed) : IMeasurementSource
{
    /// <inheritdoc/>
    IGaussianStream IMeasurementSource.Open() => new CounterGaussianStream(Seed);
}
