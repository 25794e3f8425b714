namespace DtcGen.Benchmarks;

/// <summary>What 200 training steps take in one of MKL's reproducible modes.</summary>
/// <param name="Mode">The value of MKL_CBWR; null is none.</param>
/// <param name="Seconds">The median.</param>
internal sealed record RepeatableMeasurement(string? Mode, double Seconds);
