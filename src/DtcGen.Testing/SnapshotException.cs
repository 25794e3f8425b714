namespace DtcGen.Testing;

/// <summary>A text differs from its verified file, or has none. Any test framework shows its message.</summary>
/// <param name="message">The difference, and what to do.</param>
public sealed class SnapshotException(string message) : Exception(message);
