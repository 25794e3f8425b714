namespace DtcGen.Sweeps;

/// <summary>Cells that differ by their seeds alone.</summary>
/// <param name="Values">What they have in common: the value of each axis but the seeds'.</param>
/// <param name="Results">Those that have figures, in the order of the cells.</param>
internal sealed record MergedGroup(IReadOnlyList<CellValue> Values, IReadOnlyList<CellResult> Results)
{
    /// <summary>The values as a text.</summary>
    public string Label => Join(Values);

    /// <summary>The value of one axis.</summary>
    /// <param name="axis">Its name.</param>
    public CellValue this[string axis] => Values.First(v => v.Axis == axis);

    /// <summary>The values of all axes but some, as a text.</summary>
    /// <param name="axes">The names of the others.</param>
    public string LabelWithout(params string?[] axes) => Join(Values.Where(v => !axes.Contains(v.Axis)));

    private static string Join(IEnumerable<CellValue> values) => string.Join(' ', values.Select(static v => $"{v.Axis}={v.Text}"));
}
