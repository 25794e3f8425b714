namespace DtcGen.Cli.Paper;

/// <summary>What a clip was decided to be.</summary>
/// <param name="Keep">The neurons that stay, ascending.</param>
/// <param name="Rays">What the weight rays showed, or null without them.</param>
internal sealed record ClipChoice(long[] Keep, RayRecord? Rays);
