namespace DtcGen.Sweeps;

/// <summary>What one cell of a grid stands for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Values">The value of each axis, in the order of the axes.</param>
internal sealed record CellSettings(int Number, IReadOnlyList<CellValue> Values)
{
    /// <summary>The seed of cells without an axis of seeds.</summary>
    private const int NoSeed = 1;

    /// <summary>The value of the axis of seeds.</summary>
    public int Seed => Values.FirstOrDefault(static v => v.IsSeed) is { } seed ? (int)seed.Value : NoSeed;

    /// <summary>What the cell has in common with its repeats.</summary>
    public string Setting => Join(Values.Where(static v => !v.IsSeed));

    /// <inheritdoc/>
    public override string ToString() => Join(Values);

    private static string Join(IEnumerable<CellValue> values) => string.Join(' ', values.Select(static v => $"{v.Axis}={v.Text}"));
}
