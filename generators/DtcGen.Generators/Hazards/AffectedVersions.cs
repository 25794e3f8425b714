using System.Collections.Immutable;
using DtcGen.Generators.Diagnostics;

namespace DtcGen.Generators.Hazards;

/// <summary>The one table of which versions of TorchSharp have which hazard.</summary>
/// <remarks>
/// A range ends with the last version in which the hazard was seen. A version behind it is taken to be mended: a warning that may be
/// false is worth less than none. HazardTruthTests runs every hazard on the TorchSharp that this repository references, so a newer one
/// cannot be referenced without this table being brought up to it.
/// </remarks>
internal static class AffectedVersions
{
    private static readonly ImmutableDictionary<string, (Version First, Version Last)> Ranges =
        new Dictionary<string, (string First, string Last)>
        {
            [Descriptors.UnclampedHardtanh.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.RawGroupNorm.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.OneOutputPadding.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.SwappedPadding.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.BrokenPooling.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.CountStops.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.LogTarget.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.DroppedElu.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.FixedSlope.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.PadsEverything.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.IgnoredGenerator.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.ConstantWeights.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.CellWithoutState.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.PretrainedEmbedding.Id] = ("0.107.0", "0.107.0"),
            [Descriptors.NoParametersAheadOfTime.Id] = ("0.107.0", "0.107.0"),
        }.ToImmutableDictionary(static row => row.Key, static row => (Version.Parse(row.Value.First), Version.Parse(row.Value.Last)));

    /// <summary>The ids of the hazards.</summary>
    public static IEnumerable<string> Hazards => Ranges.Keys;

    /// <summary>Whether a version of TorchSharp, as its assembly gives it, has a hazard.</summary>
    public static bool Include(string hazard, Version version)
    {
        var (first, last) = Ranges[hazard];
        var three = new Version(version.Major, version.Minor, Math.Max(version.Build, 0));
        return three >= first && three <= last;
    }
}
