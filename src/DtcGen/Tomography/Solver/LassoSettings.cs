namespace DtcGen.Tomography;

/// <summary>How the solver of weight rays works. Every value is checked when a criterion is made with it.</summary>
public sealed record LassoSettings
{
    /// <summary>The default of <see cref="RelativeGap"/>.</summary>
    public const double DefaultRelativeGap = 1e-9;

    /// <summary>The default of <see cref="MaximumIterations"/>.</summary>
    public const int DefaultMaximumIterations = 100_000;

    /// <summary>
    /// The least objective that the gap is compared with, as a share of ‖y‖², the objective of the zero vector.
    /// Rounding makes ‖Θs − y‖² uncertain by about 1e-32·‖y‖²·r, so below this floor a relative gap has no
    /// meaning: the measurements are met exactly as far as double precision can tell.
    /// </summary>
    public const double ObjectiveFloor = 1e-15;

    /// <summary>The solution is certified when (primal − dual) / max(primal, floor) is at most this; in (0, 1).</summary>
    public double RelativeGap { get; init; } = DefaultRelativeGap;

    /// <summary>How many linear systems may be solved before the solver stops with what it has; at least 1.</summary>
    public int MaximumIterations { get; init; } = DefaultMaximumIterations;

    internal void Check()
    {
        if (!(RelativeGap > 0 && RelativeGap < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(RelativeGap), RelativeGap, "The relative gap must lie between 0 and 1.");
        }

        if (MaximumIterations < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumIterations), MaximumIterations, "At least one iteration is needed.");
        }
    }
}
