namespace DtcGen.Benchmarks;

/// <summary>What a long compression holds at one point.</summary>
/// <param name="Clips">Clips made so far.</param>
/// <param name="Steps">Training steps made so far.</param>
/// <param name="LiveTensors">Tensors that are alive.</param>
/// <param name="ManagedMegabytes">What .NET holds after a full collection, in 2^20 bytes.</param>
/// <param name="ResidentMegabytes">What the process holds in memory, in 2^20 bytes.</param>
internal sealed record EnduranceResult(int Clips, long Steps, long LiveTensors, double ManagedMegabytes, double ResidentMegabytes);
