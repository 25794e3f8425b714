namespace DtcGen.Testing;

/// <summary>
/// The generator did not do what the test expects: it reported something, left something expected unreported, or wrote
/// nothing. Any test framework shows its message.
/// </summary>
/// <param name="message">What it was, and what to do.</param>
public sealed class GeneratedCodeException(string message) : Exception(message);
