namespace DtcGen.Sweeps;

/// <summary>Something that the user can put right, and the exit code that goes with it.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="exitCode">The exit code.</param>
internal sealed class SweepException(string message, int exitCode = SweepExitCode.BadInput) : Exception(message)
{
    /// <summary>The exit code.</summary>
    public int ExitCode => exitCode;
}
