namespace DtcGen.Cli;

/// <summary>Something that the user can put right; the message says what, and is shown as it is.</summary>
/// <param name="message">What is wrong, naming the file or option, and what to do.</param>
internal sealed class CliException(string message) : Exception(message);
