namespace DtcGen.Sweeps;

/// <summary>A single figure, or one point of a series, of one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Values">Seed and figure of each cell that has it, in the order of the cells.</param>
/// <param name="Band">Mean and band; NaN where a value is not finite.</param>
internal sealed record MergedFigure(MergedGroup Group, IReadOnlyList<(int Seed, double Value)> Values, ConfidenceBand Band)
{
    /// <summary>Merges values.</summary>
    /// <param name="group">The group.</param>
    /// <param name="values">Seed and figure, in the order of the cells, at least one.</param>
    public static MergedFigure Of(MergedGroup group, IReadOnlyList<(int Seed, double Value)> values)
        => new(group, values, ConfidenceBand.Of([.. values.Select(static v => v.Value)]));
}
