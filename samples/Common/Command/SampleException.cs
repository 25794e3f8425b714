namespace DtcGen.Samples;

/// <summary>An error that the user can do something about: its message is all they need to see.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">What led here, if anything.</param>
public sealed class SampleException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What the process says to the shell, one of <see cref="Samples.ExitCode"/>.</summary>
    public int ExitCode { get; init; } = Samples.ExitCode.BadInput;
}
