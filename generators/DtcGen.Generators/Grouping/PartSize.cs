namespace DtcGen.Generators.Grouping;

/// <summary>The size of a concatenated part.</summary>
/// <param name="Layer">The layer whose outputs it is, or null.</param>
/// <param name="Number">Its size when that is fixed, or null.</param>
internal sealed record PartSize(int? Layer, long? Number)
{
    /// <summary>A size that follows only from all the others.</summary>
    public static PartSize Rest { get; } = new(null, null);

    public bool IsRest => this == Rest;
}
