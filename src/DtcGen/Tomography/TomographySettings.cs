using DtcGen.Replay;

namespace DtcGen.Tomography;

/// <summary>How weight rays are measured and reconstructed. Every value is checked when it is used.</summary>
public sealed record TomographySettings
{
    /// <summary>The default of <see cref="MeasurementSparsity"/>, as in the published run.</summary>
    public const double DefaultMeasurementSparsity = 0.9;

    /// <summary>The default of <see cref="Lambda"/>, as in the published run.</summary>
    public const double DefaultLambda = 0.3;

    /// <summary>
    /// q, in [0, 1): a ray of m neurons gets (int)(m·(1.0 − q)) measurements, computed in doubles. It decides
    /// how many measurements are made, and nothing about how many neurons leave.
    /// </summary>
    public double MeasurementSparsity { get; init; } = DefaultMeasurementSparsity;

    /// <summary>Λ, at least 0: the weight of ‖s‖₁ against ‖Θs − y‖² (no factor ½).</summary>
    public double Lambda { get; init; } = DefaultLambda;

    /// <summary>Where the entries of Φ come from.</summary>
    public IMeasurementSource Source { get; init; } = new NumPyMeasurements();

    /// <summary>How the solver works.</summary>
    public LassoSettings Solver { get; init; } = new();

    /// <summary>r for a ray of <paramref name="neurons"/> neurons; 0 for very small rays, which then reconstruct to zero.</summary>
    /// <param name="neurons">m, at least 1.</param>
    public int CountMeasurements(int neurons)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neurons, 1);
        return (int)(neurons * (1.0 - MeasurementSparsity));
    }

    internal void Check()
    {
        if (!(MeasurementSparsity >= 0 && MeasurementSparsity < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(MeasurementSparsity), MeasurementSparsity, "The measurement sparsity must lie in [0, 1).");
        }

        if (!(Lambda >= 0 && double.IsFinite(Lambda)))
        {
            throw new ArgumentOutOfRangeException(nameof(Lambda), Lambda, "Λ must be finite and at least 0.");
        }

        ArgumentNullException.ThrowIfNull(Source);
        ArgumentNullException.ThrowIfNull(Solver);
        Solver.Check();
    }
}
