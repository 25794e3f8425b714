using DtcGen.Tomography;

namespace DtcGen.Training;

/// <summary>The worse of the two certificates of a group's weight rays.</summary>
/// <param name="Status">The status that says less.</param>
/// <param name="RelativeGap">The wider gap.</param>
/// <param name="Iterations">The iterations of both.</param>
/// <param name="Measurements">r, of each ray.</param>
public sealed record SolverSummary(LassoStatus Status, double RelativeGap, int Iterations, int Measurements)
{
    /// <summary>Summarises two rays.</summary>
    /// <param name="rays">Of one group.</param>
    public static SolverSummary Of(WeightRays rays)
    {
        ArgumentNullException.ThrowIfNull(rays);
        var (first, second) = (rays.Previous.Certificate, rays.Next.Certificate);
        return new SolverSummary(
            (LassoStatus)Math.Max((int)first.Status, (int)second.Status),
            Math.Max(first.RelativeGap, second.RelativeGap),
            first.Iterations + second.Iterations,
            rays.Previous.Measurements.Length);
    }
}
