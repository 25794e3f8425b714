namespace DtcGen.Tomography;

/// <summary>
/// The proof that comes with a solution of min ‖Θs − y‖² + Λ‖s‖₁. Every figure is computed from the
/// original Θ, y and Λ after the solver has finished, never carried over from its iterations.
/// </summary>
public sealed record LassoCertificate
{
    /// <summary>Whether the gap is within the tolerance.</summary>
    public required LassoStatus Status { get; init; }

    /// <summary>The objective at the solution.</summary>
    public required double Primal { get; init; }

    /// <summary>νᵀy − ‖ν‖²/4 at <see cref="DualPoint"/>: no vector has an objective below it.</summary>
    public required double Dual { get; init; }

    /// <summary>Primal − Dual, at least 0 but for rounding.</summary>
    public double Gap => Primal - Dual;

    /// <summary>The gap over the primal value (or over its rounding floor, <see cref="LassoSettings.ObjectiveFloor"/>).</summary>
    public required double RelativeGap { get; init; }

    /// <summary>
    /// The dual point ν, one number per measurement. ‖Θᵀν‖∞ ≤ Λ (for Λ = 0: Θᵀν = 0) as far as rounding allows.
    /// </summary>
    public required double[] DualPoint { get; init; }

    /// <summary>
    /// max over coefficients s[i] ≠ 0 of |2·θᵢᵀ(y − Θs) − Λ·sign s[i]|, over max(Λ, rounding): zero at an optimum.
    /// </summary>
    public required double StationarityResidual { get; init; }

    /// <summary>
    /// max over coefficients of |2·θᵢᵀ(y − Θs)| − Λ, where positive, over max(Λ, rounding): zero at an optimum.
    /// </summary>
    public required double DualResidual { get; init; }

    /// <summary>How many coefficients are not zero.</summary>
    public required int NonZeros { get; init; }

    /// <summary>How many linear systems were solved.</summary>
    public required int Iterations { get; init; }
}
