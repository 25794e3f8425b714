using DtcGen.Criteria;
using DtcGen.Replay;

namespace DtcGen.Samples.Paper;

/// <summary>A reading of the method that the findings look at.</summary>
/// <param name="Key">Its name in files.</param>
/// <param name="Title">Its name in tables.</param>
/// <param name="Reading">The reading.</param>
/// <param name="Methods">The methods that it is run with.</param>
internal sealed record StudiedReading(string Key, string Title, Reading Reading, IReadOnlyList<PaperMethod> Methods)
{
    /// <summary>As published, all methods.</summary>
    public static StudiedReading Published { get; } = new("published", "as published", Reading.Published, PaperMethodNames.All);

    /// <summary>As described, all methods.</summary>
    public static StudiedReading Described { get; } = new("described", "as described", Reading.Described, PaperMethodNames.All);

    /// <summary>As published but for one disagreement, DTC alone.</summary>
    public static IReadOnlyList<StudiedReading> OneChange { get; } =
    [
        new(
            "lowest-leave",
            "the lowest scores leave",
            new Reading(Variant.AsPublished with { Clipped = ClippedSide.Lowest }),
            [PaperMethod.Dtc]),
        new(
            "reconstruction",
            "scores from the reconstruction",
            new Reading(Variant.AsPublished with { Domain = ScoreDomain.Reconstruction }),
            [PaperMethod.Dtc]),
        new(
            "softmax-classes",
            "softmax over the classes",
            new Reading(Variant.AsPublished with { Output = OutputNormalisation.Classes }),
            [PaperMethod.Dtc]),
        new("one-sparsity", "one sparsity level for both roles", Reading.Published with { OneSparsityLevel = true }, [PaperMethod.Dtc]),
    ];

    /// <summary>The reading of a variant.</summary>
    /// <param name="variant">The variant.</param>
    public static StudiedReading Of(PaperVariant variant) => variant == PaperVariant.Published ? Published : Described;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<StudiedReading> All => [Published, Described, .. OneChange];
}
