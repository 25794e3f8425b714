using DtcGen.RandomNumbers;
using DtcGen.Replay;

namespace DtcGen.Tomography;

/// <summary>
/// Where the entries of the measurement matrix Φ come from: <see cref="NumPyMeasurements"/> or
/// <see cref="CounterMeasurements"/>.
/// </summary>
public interface IMeasurementSource
{
    /// <summary>
    /// Starts the numbers of Φ from the beginning, in row-major order. Two streams opened on one source are
    /// equal, so that both weight rays of a group are measured by the same Φ.
    /// </summary>
    internal IGaussianStream Open();
}
