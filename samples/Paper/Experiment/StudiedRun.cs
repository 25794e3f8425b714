namespace DtcGen.Samples.Paper;

/// <summary>What is run with each seed: a method in a reading.</summary>
/// <param name="Studied">The reading.</param>
/// <param name="Method">The method.</param>
internal sealed record StudiedRun(StudiedReading Studied, PaperMethod Method)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Studied.Key} {Method.Key()}";
}
