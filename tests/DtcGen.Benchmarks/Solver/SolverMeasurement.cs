namespace DtcGen.Benchmarks;

/// <summary>One problem's solve, its certificate, and the baseline's time to the same gap.</summary>
internal sealed record SolverMeasurement
{
    public required int M { get; init; }

    public required int R { get; init; }

    public required double Lambda { get; init; }

    /// <summary>The median time of a solve, certificate included.</summary>
    public required double Seconds { get; init; }

    /// <summary>The median time of drawing Φ, measuring the ray, and forming Θ = Φ·Ψ.</summary>
    public required double FormSeconds { get; init; }

    public required double Primal { get; init; }

    public required double RelativeGap { get; init; }

    public required int Iterations { get; init; }

    public required string Status { get; init; }

    /// <summary>The largest working set of a process that has formed Θ and solved once.</summary>
    public required long PeakBytes { get; init; }

    /// <summary>The baseline's time to the same gap; null when it did not get there within its limit, or was not run.</summary>
    public required double? BaselineSeconds { get; init; }

    /// <summary>The baseline's name, and how it ended.</summary>
    public required string Baseline { get; init; }
}
