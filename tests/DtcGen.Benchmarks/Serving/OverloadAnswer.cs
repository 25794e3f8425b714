namespace DtcGen.Benchmarks;

/// <summary>An answer to a request under load.</summary>
/// <param name="Status">Its HTTP status.</param>
/// <param name="Milliseconds">From the request to its end.</param>
internal readonly record struct OverloadAnswer(int Status, double Milliseconds);
