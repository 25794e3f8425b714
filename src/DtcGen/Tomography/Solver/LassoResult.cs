namespace DtcGen.Tomography;

/// <summary>A solution and its proof.</summary>
/// <param name="Solution">The coefficients s*, one per column of Θ; all NaN when the solver failed.</param>
/// <param name="Certificate">What is known about it.</param>
internal sealed record LassoResult(double[] Solution, LassoCertificate Certificate);
