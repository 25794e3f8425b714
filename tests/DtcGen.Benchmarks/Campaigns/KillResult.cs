namespace DtcGen.Benchmarks;

/// <summary>What kills did to one program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Kills">How often it was killed, with SIGKILL.</param>
/// <param name="Ended">How often it ended by itself between them.</param>
/// <param name="Faults">How often something was wrong afterwards.</param>
/// <param name="FirstFault">The first of them, or null.</param>
internal sealed record KillResult(string Program, int Kills, int Ended, int Faults, string? FirstFault);
