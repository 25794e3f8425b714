using System.Numerics.Tensors;

namespace DtcGen.Tomography;

/// <summary>
/// Inverse compressed sensing (arXiv 2505.23869): the signal is known, its measurements y = Φ·a are made up,
/// and the sparse coefficients s* that explain them, min ‖ΦΨs − y‖² + Λ‖s‖₁, make the weight ray. Owns Φ, Ψ
/// and y.
/// </summary>
internal sealed class InverseCompressedSensing
{
    private readonly LassoSolver _solver;

    /// <summary>Checks the settings. No state is kept between calls.</summary>
    /// <param name="settings">How to measure and reconstruct; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A setting is out of range.</exception>
    public InverseCompressedSensing(TomographySettings? settings = null)
    {
        Settings = settings ?? new TomographySettings();
        Settings.Check();
        _solver = new LassoSolver(Settings.Solver);
    }

    /// <summary>How rays are measured and reconstructed.</summary>
    public TomographySettings Settings { get; }

    /// <summary>Reconstructs both rays of a neuron group, with one Φ.</summary>
    /// <param name="sums">The weight sums on either side of each neuron.</param>
    /// <exception cref="ArgumentException">The two sides differ in length, are empty, or hold a number that is not finite.</exception>
    public WeightRays Reconstruct(RaySums sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        if (sums.Previous.Length != sums.Next.Length)
        {
            throw new ArgumentException(
                $"{sums.Previous.Length} previous sums and {sums.Next.Length} next sums cannot be of the same neurons.", nameof(sums));
        }

        var rays = Reconstruct([sums.Previous, sums.Next]);
        return new WeightRays(rays[0], rays[1]);
    }

    /// <summary>Reconstructs the ray of one signal.</summary>
    /// <param name="signal">One number per neuron.</param>
    /// <exception cref="ArgumentException">The signal is empty or holds a number that is not finite.</exception>
    public WeightRay Reconstruct(double[] signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        return Reconstruct([signal])[0];
    }

    /// <summary>The measurements y = Φ·a of both sides of a group, without reconstructing.</summary>
    /// <param name="sums">The weight sums on either side of each neuron.</param>
    public (double[] Previous, double[] Next) Measure(RaySums sums)
    {
        ArgumentNullException.ThrowIfNull(sums);
        var neurons = sums.Previous.Length;
        var y = Measurement.MeasureOnly(Settings.Source, neurons, Settings.CountMeasurements(neurons), sums.Previous, sums.Next);
        return (y[0], y[1]);
    }

    /// <summary>
    /// Forms Θ = Φ·Ψ for rays of a number of neurons, as <see cref="Reconstruct(double[])"/> does: for checking
    /// a certificate independently.
    /// </summary>
    /// <param name="neurons">m, at least 1.</param>
    public SensingMatrix FormTheta(int neurons)
        => Measurement.Make(Settings.Source, new DctI(neurons), Settings.CountMeasurements(neurons)).Theta;

    private WeightRay[] Reconstruct(double[][] signals)
    {
        var neurons = signals[0].Length;
        if (neurons == 0)
        {
            throw new ArgumentException("A ray has at least one neuron.", nameof(signals));
        }

        if (!Array.TrueForAll(signals, signal => TensorPrimitives.IsFiniteAll<double>(signal)))
        {
            throw new ArgumentException("A weight sum is NaN or infinite.", nameof(signals));
        }

        var transform = new DctI(neurons);
        var measurement = Measurement.Make(Settings.Source, transform, Settings.CountMeasurements(neurons), signals);
        return Array.ConvertAll(measurement.Measurements, measurements =>
        {
            var result = _solver.Solve(measurement.Theta, measurements, Settings.Lambda);
            var reconstruction = (double[])result.Solution.Clone();
            transform.Transform(reconstruction);
            return new WeightRay(measurements, result.Solution, reconstruction, result.Certificate);
        });
    }
}
