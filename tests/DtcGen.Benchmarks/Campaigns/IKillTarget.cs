using System.Diagnostics;

namespace DtcGen.Benchmarks;

/// <summary>A program that is killed at any point.</summary>
internal interface IKillTarget : IDisposable
{
    /// <summary>What the table calls it.</summary>
    string Name { get; }

    /// <summary>How to start it, or to go on, in its folder.</summary>
    ProcessStartInfo Start();

    /// <summary>What is wrong with what it left after a kill, or null.</summary>
    string? FaultAfterKill();

    /// <summary>What is wrong with what it made when it ended by itself, or null. The next start begins anew.</summary>
    string? FaultAtEnd();
}
