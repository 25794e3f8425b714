namespace DtcGen.Benchmarks;

/// <summary>What damaged files of one kind did.</summary>
/// <param name="Format">The kind.</param>
/// <param name="Mutants">How many were read.</param>
/// <param name="Refused">How many were refused with a message that names the file, where it is read by its path.</param>
/// <param name="Unhandled">How many ended otherwise: with another exception, or with one that does not name the file.</param>
/// <param name="LongestMilliseconds">The longest that one took.</param>
/// <param name="MostMegabytes">The most memory that .NET took for one, in 2^20 bytes, all together and without what was freed.</param>
/// <param name="FirstUnhandled">What the first of the unhandled did, and its number; null for none.</param>
internal sealed record MutationResult(
    string Format, int Mutants, int Refused, int Unhandled, double LongestMilliseconds, double MostMegabytes, string? FirstUnhandled);
